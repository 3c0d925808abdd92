using System.Globalization;
using System.Text;
using System.Text.Json;
using RumPortal.Testing.Conformance;

namespace RumPortal.Benchmarks;

/// <summary>Lines as receivers write them, of one session, as many as asked for.</summary>
internal static class SampleLines
{
    public const string Session = "k3VbN8qLwZ";

    /// <summary>The time of the first line, nanoseconds; the next ones follow a millisecond apart.</summary>
    public const long Start = 1_795_132_800_000_000_000;

    public static List<string> Create(int count)
    {
        var kit = KitData.Lines.Select(line => Encoding.UTF8.GetString(line.Line)).ToList();
        var lines = new List<string>(count);
        for (var i = 0; i < count; i++)
        {
            var line = kit[i % kit.Count];
            var id = line.IndexOf(" session_id=", StringComparison.Ordinal) + " session_id=".Length;
            lines.Add($"{line[..id]}{Session}{line[line.IndexOf(' ', id)..]}");
        }
        return lines;
    }

    public static long TimeOf(int index) => Start + (index * 1_000_000L);

    /// <summary>Loki's answer with these lines, newest first.</summary>
    public static byte[] Answer(IReadOnlyList<string> lines, int first, int count)
    {
        var body = new StringBuilder("""{"status":"success","data":{"resultType":"streams","encodingFlags":["categorize-labels"],"result":[{"stream":{"app_environment":"production","app_name":"shop-web","service_name":"shop-web"},"values":[""");
        for (var i = first + count - 1; i >= first; i--)
        {
            body.Append(CultureInfo.InvariantCulture, $"[\"{TimeOf(i)}\",{JsonSerializer.Serialize(lines[i])},{{\"structuredMetadata\":{{\"detected_level\":\"info\"}}}}]");
            if (i > first) body.Append(',');
        }
        return Encoding.UTF8.GetBytes(body.Append("""]}],"stats":{"summary":{"totalBytesProcessed":1,"totalLinesProcessed":1}}}}""").ToString());
    }
}
