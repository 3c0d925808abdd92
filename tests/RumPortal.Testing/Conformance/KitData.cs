using System.IO.Compression;
using System.Text;
using System.Text.Json;

namespace RumPortal.Testing.Conformance;

/// <summary>The conformance data: payloads that browsers sent, and the lines that a receiver made of them.</summary>
public static class KitData
{
    private static readonly Lazy<IReadOnlyList<KitLine>> AllLines = new(ReadLines);

    public static IReadOnlyList<KitLine> Lines => AllLines.Value;

    /// <summary>The payloads in the order of <see cref="Lines"/>.</summary>
    public static IEnumerable<JsonElement> Payloads() => TextLines("payloads.jsonl.gz").Select(line => JsonDocument.Parse(line).RootElement);

    /// <summary>Bodies and lines of the real SDK 2.12.1, from Chromium.</summary>
    public static IEnumerable<(JsonElement Body, IReadOnlyList<string> Lines)> RealSdk()
    {
        using var stream = Open("real-sdk-2.12.1.json.gz");
        foreach (var item in JsonDocument.Parse(stream).RootElement.EnumerateArray())
            yield return (JsonDocument.Parse(item.GetProperty("body").GetString()!).RootElement, Strings(item.GetProperty("lines")));
    }

    /// <summary>Edge cases of the receiver that were accepted.</summary>
    public static IEnumerable<(string Name, JsonElement Body, IReadOnlyList<string> Lines)> ReceiverCases()
    {
        using var stream = File.OpenRead(Path.Combine(Repository.Conformance, "faro-receiver.json"));
        foreach (var item in JsonDocument.Parse(stream).RootElement.EnumerateArray())
        {
            if (!item.TryGetProperty("lines", out var lines) || item.GetProperty("failedLines").GetInt32() > 0) continue;
            yield return (item.GetProperty("name").GetString()!, JsonDocument.Parse(item.GetProperty("body").GetString()!).RootElement, Strings(lines));
        }
    }

    private static List<KitLine> ReadLines()
    {
        var lines = new List<KitLine>();
        foreach (var text in TextLines("lines.jsonl.gz"))
        {
            var root = JsonDocument.Parse(text).RootElement;
            lines.Add(new KitLine(
                root.GetProperty("labels").EnumerateObject().ToDictionary(label => label.Name, label => label.Value.GetString()!),
                long.Parse(root.GetProperty("timestamp").GetString()!, System.Globalization.CultureInfo.InvariantCulture),
                Encoding.UTF8.GetBytes(root.GetProperty("line").GetString()!)));
        }
        return lines;
    }

    private static string[] Strings(JsonElement array) => [.. array.EnumerateArray().Select(item => item.GetString()!)];

    private static IEnumerable<string> TextLines(string file)
    {
        using var reader = new StreamReader(Open(file), Encoding.UTF8);
        while (reader.ReadLine() is { } line) yield return line;
    }

    private static GZipStream Open(string file) => new(File.OpenRead(Path.Combine(Repository.Conformance, file)), CompressionMode.Decompress);
}
