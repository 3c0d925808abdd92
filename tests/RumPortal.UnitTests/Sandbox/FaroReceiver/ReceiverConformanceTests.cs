using System.IO.Compression;
using System.Text;
using System.Text.Json;
using RumPortal.Sandbox.FaroReceiver;
using RumPortal.Sandbox.FaroReceiver.Decoding;
using RumPortal.Sandbox.FaroReceiver.Lines;
using RumPortal.Testing;

namespace RumPortal.UnitTests.Sandbox.FaroReceiver;

/// <summary>Holds payload -> lines to what Alloy's payload code wrote for the same bodies.</summary>
public sealed class ReceiverConformanceTests
{
    private static readonly PayloadLines Unlabelled = new(LineFormat.Logfmt, new Dictionary<string, string>());

    public static TheoryData<string> EdgeCases => [.. Read("faro-receiver.json").Select(c => c.GetProperty("name").GetString()!)];

    [Theory]
    [MemberData(nameof(EdgeCases))]
    public void EdgeCase_Recorded_IsAnsweredLikeAlloy(string name)
    {
        var expected = Read("faro-receiver.json").Single(c => c.GetProperty("name").GetString() == name);

        var decoded = PayloadDecoder.TryDecode(Encoding.UTF8.GetBytes(expected.GetProperty("body").GetString()!), out var payload, out var error);

        Assert.Equal(expected.GetProperty("status").GetInt32(), decoded ? 202 : 400);
        if (!decoded)
        {
            Assert.NotEmpty(error!);
            return;
        }

        var lines = Unlabelled.Of(payload!).ToArray();
        Assert.Equal(Texts(expected.GetProperty("lines")), lines.OfType<LogLine>().Select(l => l.Text));
        Assert.Equal(expected.GetProperty("failedLines").GetInt32(), lines.Count(l => l is null));
    }

    [Fact]
    public void Bodies_OfTheRealSdk_BecomeAlloysLines()
    {
        var cases = Read("real-sdk-2.12.1.json.gz").ToArray();
        Assert.NotEmpty(cases);
        foreach (var expected in cases)
        {
            Assert.True(PayloadDecoder.TryDecode(Encoding.UTF8.GetBytes(expected.GetProperty("body").GetString()!), out var payload, out _));
            Assert.Equal(Texts(expected.GetProperty("lines")), Unlabelled.Of(payload!).Select(l => l!.Value.Text));
        }
    }

    [Fact]
    public void Dataset_Received_BecomesTheRecordedLinesInPayloadOrder()
    {
        var labels = new Dictionary<string, string> { ["job"] = "faro", ["kind"] = "", ["app_name"] = "", ["app_environment"] = "" };
        var writer = new PayloadLines(LineFormat.Logfmt, labels);
        using var expected = Lines("lines.jsonl.gz").GetEnumerator();
        var count = 0;

        foreach (var body in Lines("payloads.jsonl.gz"))
        {
            Assert.True(PayloadDecoder.TryDecode(Encoding.UTF8.GetBytes(body), out var payload, out var error), error);
            foreach (var line in writer.Of(payload!))
            {
                Assert.True(expected.MoveNext());
                using var wanted = JsonDocument.Parse(expected.Current);
                Assert.Equal(wanted.RootElement.GetProperty("line").GetString(), line!.Value.Text);
                Assert.Equal(Labels(wanted.RootElement.GetProperty("labels").GetRawText()), Labels(line.Value.Stream));
                count++;
            }
        }

        Assert.False(expected.MoveNext());
        Assert.Equal(6315, count);
    }

    private static SortedDictionary<string, string> Labels(string json) => JsonSerializer.Deserialize<SortedDictionary<string, string>>(json)!;

    private static IEnumerable<string> Texts(JsonElement array) => array.EnumerateArray().Select(l => l.GetString()!);

    private static IEnumerable<JsonElement> Read(string file)
    {
        using var stream = Open(file);
        using var document = JsonDocument.Parse(stream);
        return [.. document.RootElement.EnumerateArray().Select(e => e.Clone())];
    }

    private static IEnumerable<string> Lines(string file)
    {
        using var reader = new StreamReader(Open(file));
        while (reader.ReadLine() is { } line) yield return line;
    }

    private static Stream Open(string file)
    {
        var stream = File.OpenRead(Path.Combine(Repository.Conformance, file));
        return file.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(stream, CompressionMode.Decompress) : stream;
    }
}
