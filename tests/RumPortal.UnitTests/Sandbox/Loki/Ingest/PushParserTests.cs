using System.Text;
using RumPortal.Sandbox.Loki.Ingest;

namespace RumPortal.UnitTests.Sandbox.Loki.Ingest;

public sealed class PushParserTests
{
    [Fact]
    public void Body_WithAndWithoutMetadata_IsRead()
    {
        var request = Parse(
            """
            {"ignored":[{}],"streams":[
              {"values":[["1795132897935000000","a \"quoted\" \u00e9 \ud83d\ude00",{"session_id":"s1","n":"\t"}],["-5",""]],"stream":{"app":"shop","kind":"log"}},
              {"stream":{"app":"docs"},"more":{"x":1},"values":[]}]}
            """);

        Assert.Equal(["{app=\"shop\", kind=\"log\"}", "{app=\"docs\"}"], request.Streams.Select(stream => stream.Labels.ToString()));
        Assert.Equal(
            [(1_795_132_897_935_000_000, "a \"quoted\" é 😀", "{n=\"\\t\", session_id=\"s1\"}"), (-5, "", "{}")],
            request.Streams[0].Entries.Select(entry => (entry.Timestamp, Encoding.UTF8.GetString(entry.Line.Span), entry.Metadata.ToString())));
        Assert.Empty(request.Streams[1].Entries);
    }

    [Fact]
    public void Line_ThatIsNoText_GetsReplacementCharacters()
    {
        byte[] body = [.. "{\"streams\":[{\"stream\":{\"a\":\"1\"},\"values\":[[\"1\",\""u8, 0xFF, .. "b\"]]}]}"u8];

        Assert.Equal("\uFFFDb", Encoding.UTF8.GetString(PushParser.Parse(body).Streams[0].Entries[0].Line.Span));
        Assert.Equal("\uFFFDb", Encoding.UTF8.GetString(Parse("""{"streams":[{"stream":{"a":"1"},"values":[["1","\ud83db"]]}]}""").Streams[0].Entries[0].Line.Span));
    }

    [Theory]
    [InlineData("", null)]
    [InlineData("{", null)]
    [InlineData("{\"streams\":[", null)]
    [InlineData("{\"streams\":[{\"stream\":{\"a\":\"1\"},\"values\":[[\"1\",\"x\"", null)]
    [InlineData("[]", "the request must be an object")]
    [InlineData("\"text\"", "the request must be an object")]
    [InlineData("{\"streams\":{}}", "streams must be an array")]
    [InlineData("{\"streams\":[1]}", "a stream must be an object")]
    [InlineData("{\"streams\":[{\"stream\":\"{app=1}\"}]}", "stream must be an object")]
    [InlineData("{\"streams\":[{\"stream\":{\"a\":1}}]}", "the values of stream must be strings")]
    [InlineData("{\"streams\":[{\"values\":{}}]}", "values must be an array")]
    [InlineData("{\"streams\":[{\"values\":[\"1\"]}]}", "a value must be an array of timestamp and line")]
    [InlineData("{\"streams\":[{\"values\":[[]]}]}", "the timestamp of a value must be a string of nanoseconds")]
    [InlineData("{\"streams\":[{\"values\":[[1,\"x\"]]}]}", "the timestamp of a value must be a string of nanoseconds")]
    [InlineData("{\"streams\":[{\"values\":[[\"1.5\",\"x\"]]}]}", "strconv.ParseInt: parsing \"1.5\": invalid syntax")]
    [InlineData("{\"streams\":[{\"values\":[[\"99999999999999999999\",\"x\"]]}]}", "strconv.ParseInt: parsing \"99999999999999999999\": invalid syntax")]
    [InlineData("{\"streams\":[{\"values\":[[\"1\"]]}]}", "the line of a value must be a string")]
    [InlineData("{\"streams\":[{\"values\":[[\"1\",null]]}]}", "the line of a value must be a string")]
    [InlineData("{\"streams\":[{\"values\":[[\"1\",\"x\",\"y\"]]}]}", "structured metadata must be an object")]
    [InlineData("{\"streams\":[{\"values\":[[\"1\",\"x\",{\"n\":1}]]}]}", "the values of structured metadata must be strings")]
    [InlineData("{\"streams\":[{\"values\":[[\"1\",\"x\",{},1]]}]}", "a value has at most three elements")]
    public void Body_OfAnotherForm_IsRefusedWithTheReason(string body, string? expected)
    {
        var error = Assert.Throws<PushException>(() => Parse(body));

        Assert.Equal(400, error.Status);
        Assert.StartsWith($"couldn't parse push request: {expected}", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Body_NestedWithoutEnd_IsRefused() => Assert.Throws<PushException>(() => Parse($"{{\"x\":{new string('[', 100_000)}"));

    private static PushRequest Parse(string body) => PushParser.Parse(Encoding.UTF8.GetBytes(body));
}
