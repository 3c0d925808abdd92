using System.Text;
using RumPortal.Sandbox.FaroReceiver;
using RumPortal.Sandbox.FaroReceiver.Decoding;
using RumPortal.Sandbox.FaroReceiver.Lines;

namespace RumPortal.UnitTests.Sandbox.FaroReceiver;

/// <summary>Shortcuts from a body's text to what the receiver makes of it.</summary>
internal static class PayloadText
{
    public static bool Decodes(string body) => Decodes(Encoding.UTF8.GetBytes(body));

    public static bool Decodes(ReadOnlySpan<byte> body) => PayloadDecoder.TryDecode(body, out _, out _);

    public static string Error(string body)
    {
        Assert.False(PayloadDecoder.TryDecode(Encoding.UTF8.GetBytes(body), out _, out var error));
        return error!;
    }

    public static string[] Lines(string body, LineFormat format = LineFormat.Logfmt) => Lines(Encoding.UTF8.GetBytes(body), format);

    public static string[] Lines(ReadOnlySpan<byte> body, LineFormat format = LineFormat.Logfmt)
    {
        Assert.True(PayloadDecoder.TryDecode(body, out var payload, out var error), error);
        return [.. new PayloadLines(format, new Dictionary<string, string>()).Of(payload!).Select(l => l?.Text ?? "(lost)")];
    }

    /// <summary>The line of a log item without its timestamp and the closing meta.</summary>
    public static string LogLine(string item)
    {
        var line = Assert.Single(Lines($$"""{"logs":[{{item}}]}"""));
        const string Start = "timestamp=\"0001-01-01 00:00:00 +0000 UTC\" kind=log";
        const string End = " browser_mobile=false";
        Assert.StartsWith(Start, line, StringComparison.Ordinal);
        Assert.EndsWith(End, line, StringComparison.Ordinal);
        return line[Start.Length..^End.Length].TrimStart(' ');
    }
}
