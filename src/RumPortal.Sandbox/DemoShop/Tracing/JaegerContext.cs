using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;

namespace RumPortal.Sandbox.DemoShop.Tracing;

/// <summary>
/// Jaeger's own form of a trace context: <c>uber-trace-id: &lt;trace&gt;:&lt;span&gt;:&lt;parent&gt;:&lt;flags&gt;</c>, ids in hex without leading zeros.
/// Trace ids are written with 64 bits, as Jaeger clients did by default.
/// </summary>
internal static class JaegerContext
{
    public const string Header = "uber-trace-id";

    /// <summary>The caller's context; the default one when there is none or it is not valid.</summary>
    public static ActivityContext Read(IHeaderDictionary headers)
    {
        if (headers[Header].ToString().Split(':') is not [{ Length: > 0 and <= 32 } trace, { Length: > 0 and <= 16 } span, _, var flags]) return default;
        if (!IsId(trace) || !IsId(span) || !byte.TryParse(flags, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var bits)) return default;
        return new ActivityContext(
            ActivityTraceId.CreateFromString(trace.PadLeft(32, '0').ToLowerInvariant()),
            ActivitySpanId.CreateFromString(span.PadLeft(16, '0').ToLowerInvariant()),
            (bits & 1) != 0 ? ActivityTraceFlags.Recorded : ActivityTraceFlags.None,
            isRemote: true);
    }

    public static void Write(HttpRequestHeaders headers, ActivityContext context) =>
        headers.TryAddWithoutValidation(Header, $"{Short(context.TraceId.ToHexString())}:{Short(context.SpanId.ToHexString())}:0:{(context.IsSampled() ? 1 : 0)}");

    /// <summary>A new trace id whose upper half is zero.</summary>
    public static ActivityTraceId NewTraceId() => ActivityTraceId.CreateFromString(new string('0', 16) + ActivitySpanId.CreateRandom().ToHexString());

    private static bool IsId(string text) => text.All(char.IsAsciiHexDigit) && text.AsSpan().ContainsAnyExcept('0');

    private static string Short(string id) => id.TrimStart('0');
}
