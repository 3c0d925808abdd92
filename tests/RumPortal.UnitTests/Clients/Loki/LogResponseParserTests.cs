using System.Text;
using System.Text.Json;
using RumPortal.Clients.Http;
using RumPortal.Clients.Loki;
using RumPortal.Domain.Faro;
using RumPortal.Testing.Conformance;

namespace RumPortal.UnitTests.Clients.Loki;

public sealed class LogResponseParserTests
{
    public static TheoryData<string> KitStreams => [.. KitAnswers.All.Where(answer => answer.ResultType == "streams").Select(answer => answer.Id)];

    [Theory]
    [MemberData(nameof(KitStreams))]
    public void Parser_OfARecordedAnswer_GivesItsLinesHoweverItArrives(string id)
    {
        var answer = KitAnswers.Get(id);
        var expected = ExpectedLines(answer.Root);

        foreach (var size in new[] { 1, 7, 100, 4096, int.MaxValue })
        {
            var parser = ParseInChunks(answer.Bytes, size);
            Assert.Equal(expected, parser.Records.Select(record => (record.ArrivalNanoseconds, record.ToString(), record.Labels.ToString(), record.Metadata.ToString())));
        }
    }

    [Fact]
    public void Parser_OfAnAnswer_ReadsCostAndWarnings()
    {
        var parser = ParseInChunks("""
            {"warnings":["a \"b\"",7,{"x":[1]},"c"],"more":[{"status":"x"}],"status":"success","data":{"encodingFlags":["categorize-labels"],"resultType":"streams","result":[],
             "stats":{"querier":{"summary":{"totalBytesProcessed":1}},"summary":{"totalBytesProcessed":1820345,"totalLinesProcessed":6012,"execTime":0.021,"splits":{"a":2}}}}}
            """u8, 3);

        Assert.Equal(["a \"b\"", "c"], parser.Warnings);
        Assert.Equal((1_820_345, 6_012), (parser.BytesProcessed, parser.LinesProcessed));
        Assert.Empty(parser.Records);
    }

    [Fact]
    public void Parser_OfEntriesWithAndWithoutMetadata_KeepsThemApart()
    {
        var parser = ParseInChunks("""
            {"status":"success","data":{"resultType":"streams","result":[{"stream":{"a\u003c":"b\u003c"},"values":[
              ["1","one",{"parsed":{"x":"y"},"structuredMetadata":{"k\"":"v","hash":"42"}}],["2","two"],["3","three",{}],["4","four",{"structuredMetadata":{"k\"":"v","hash":"42"}}]]}]}}
            """u8, 5);

        Assert.Equal(["""{hash="42", k"="v"}""", "{}", "{}", """{hash="42", k"="v"}"""], parser.Records.Select(record => record.Metadata.ToString()));
        Assert.Same(parser.Records[0].Metadata, parser.Records[3].Metadata);
        Assert.All(parser.Records, record => Assert.Equal("""{a<="b<"}""", record.Labels.ToString()));
        Assert.Equal("42", parser.Records[0].Text("hash"));
    }

    [Theory]
    [InlineData("""a\u003cb\u2028 \"q\" \\ \n \ud83d\ude80""", "a<b\u2028 \"q\" \\ \n 🚀")]
    [InlineData("""half \ud83d pair""", "half \uFFFD pair")]
    [InlineData("", "")]
    public void Parser_OfALine_UnescapesIt(string escaped, string expected)
    {
        var parser = ParseInChunks(Encoding.UTF8.GetBytes(AnswerWithLine(escaped)), 11);

        Assert.Equal(expected, parser.Records.Single().ToString());
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("7")]
    [InlineData("<html>sign in</html>")]
    [InlineData("""{"status":"success"}""")]
    [InlineData("""{"status":"success","data":null}""")]
    [InlineData("""{"status":"success","data":{}}""")]
    [InlineData("""{"status":"error","data":{"resultType":"streams","result":[]}}""")]
    [InlineData("""{"status":"success","data":{"resultType":"matrix","result":[]}}""")]
    [InlineData("""{"status":"success","data":{"resultType":"streams","result":{}}}""")]
    [InlineData("""{"status":"success","data":{"resultType":"streams","result":[]}""")]
    [InlineData("""{"status":"success","data":{"resultType":"streams","result":[]}} x""")]
    [InlineData("""{"status":"success","data":{"resultType":"streams","result":[1]}}""")]
    [InlineData("""{"status":"success","data":{"resultType":"streams","result":[{"values":[["1","x"]],"stream":{}}]}}""")]
    [InlineData("""{"status":"success","data":{"resultType":"streams","result":[{"stream":{"a":1},"values":[]}]}}""")]
    [InlineData("""{"status":"success","data":{"resultType":"streams","result":[{"stream":{},"values":{}}]}}""")]
    [InlineData("""{"status":"success","data":{"resultType":"streams","result":[{"stream":{},"values":[["1"]]}]}}""")]
    [InlineData("""{"status":"success","data":{"resultType":"streams","result":[{"stream":{},"values":[[1,"x"]]}]}}""")]
    [InlineData("""{"status":"success","data":{"resultType":"streams","result":[{"stream":{},"values":[["x","x"]]}]}}""")]
    [InlineData("""{"status":"success","data":{"resultType":"streams","result":[{"stream":{},"values":[["-1","x"]]}]}}""")]
    [InlineData("""{"status":"success","data":{"resultType":"streams","result":[{"stream":{},"values":[["1",null]]}]}}""")]
    [InlineData("""{"status":"success","data":{"resultType":"streams","result":[{"stream":{},"values":[["1","x",[]]]}]}}""")]
    [InlineData("""{"status":"success","data":{"resultType":"streams","result":[{"stream":{},"values":[["1","x""")]
    [InlineData("""{"status":"success","da\ud800":1,"data":{"resultType":"streams","result":[]}}""")]
    [InlineData("""{"warnings":["\ud800"],"status":"success","data":{"resultType":"matrix","result":[]}}""")]
    public void Parser_OfWhatIsNoAnswerForLines_Refuses(string body)
    {
        Assert.ThrowsAny<JsonException>(() => ParseInChunks(Encoding.UTF8.GetBytes(body), int.MaxValue));
        Assert.ThrowsAny<JsonException>(() => ParseInChunks(Encoding.UTF8.GetBytes(body), 1));
    }

    [Fact]
    public void Parser_OfADamagedAnswer_ReadsOrRefusesButNeverBreaks()
    {
        var random = new Random(9);
        var bodies = KitAnswers.All.Where(answer => answer.ResultType == "streams").Select(answer => answer.Bytes).ToArray();
        for (var i = 0; i < 2_000; i++)
        {
            var body = bodies[random.Next(bodies.Length)].ToArray();
            for (var changes = random.Next(1, 5); changes > 0; changes--) body[random.Next(Math.Min(body.Length, 1500))] = (byte)random.Next(256);
            try
            {
                ParseInChunks(body, random.Next(1, 5000));
            }
            catch (JsonException)
            {
                // The word for anything that is not as the API promises.
            }
        }
    }

    [Theory]
    [InlineData(100)]
    [InlineData(70_000)]
    [InlineData(1_200_000)]
    public async Task Reader_OfALongLine_GrowsItsBuffer(int length)
    {
        var line = new string('x', length - 1) + '\n';
        var parser = new LogResponseParser(new FaroRecordBuffer());

        await LogResponseReader.ReadAsync(new DrippingStream(Encoding.UTF8.GetBytes(AnswerWithLine(line.Replace("\n", "\\n", StringComparison.Ordinal))), 16_000), parser, TestContext.Current.CancellationToken);

        Assert.Equal(line, parser.Records.Single().ToString());
    }

    [Fact]
    public async Task Reader_OfALineBeyondAllBounds_GivesUp()
    {
        var body = Encoding.UTF8.GetBytes(AnswerWithLine(new string('x', 9 * 1024 * 1024)));

        await Assert.ThrowsAsync<BodyTooLargeException>(() =>
            LogResponseReader.ReadAsync(new MemoryStream(body), new LogResponseParser(new FaroRecordBuffer()), TestContext.Current.CancellationToken));
    }

    private static string AnswerWithLine(string escaped) =>
        """{"status":"success","data":{"resultType":"streams","result":[{"stream":{"a":"b"},"values":[["1795132897935000000","LINE"]]}]}}""".Replace("LINE", escaped, StringComparison.Ordinal);

    private static LogResponseParser ParseInChunks(ReadOnlySpan<byte> body, int size)
    {
        var parser = new LogResponseParser(new FaroRecordBuffer());
        var (start, end) = (0, 0);
        while (end < body.Length)
        {
            end = (int)Math.Min(body.Length, end + (long)size);
            start += parser.Parse(body[start..end], isFinal: false);
        }
        parser.Parse(body[start..], isFinal: true);
        return parser;
    }

    private static List<(long, string, string, string)> ExpectedLines(JsonElement root) =>
    [
        .. from stream in root.GetProperty("data").GetProperty("result").EnumerateArray()
           from entry in stream.GetProperty("values").EnumerateArray()
           select (long.Parse(entry[0].GetString()!, System.Globalization.CultureInfo.InvariantCulture), entry[1].GetString()!, SetOf(stream.GetProperty("stream")), MetadataOf(entry)),
    ];

    private static string MetadataOf(JsonElement entry) =>
        entry.GetArrayLength() > 2 && entry[2].TryGetProperty("structuredMetadata", out var metadata) ? SetOf(metadata) : "{}";

    private static string SetOf(JsonElement labels) =>
        $"{{{string.Join(", ", labels.EnumerateObject().OrderBy(label => label.Name, StringComparer.Ordinal).Select(label => $"{label.Name}=\"{label.Value.GetString()}\""))}}}";
}
