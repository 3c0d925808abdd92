using System.Text;
using RumPortal.Sandbox.FaroReceiver.Decoding;

namespace RumPortal.UnitTests.Sandbox.FaroReceiver;

public sealed class PayloadDecoderTests
{
    [Theory]
    [InlineData("{}")]
    [InlineData("null")]
    [InlineData(" \n{} trailing garbage")]
    [InlineData("{}{\"logs\":5}")]
    [InlineData("{\"unknown\":{\"deep\":[1,\"x\",null,{}]}}")]
    [InlineData("{\"meta\":null,\"logs\":null,\"events\":null,\"exceptions\":null,\"measurements\":null,\"traces\":null}")]
    [InlineData("{\"logs\":[null]}")]
    [InlineData("{\"meta\":{\"browser\":{\"mobile\":null,\"brands\":[{\"brand\":1}],\"viewportWidth\":null}}}")]
    [InlineData("{\"measurements\":[{\"values\":{\"a\":null,\"b\":-1.5e3,\"c\":1e-400}}]}")]
    [InlineData("{\"exceptions\":[{\"stacktrace\":null},{\"stacktrace\":{}},{\"stacktrace\":{\"frames\":[{\"lineno\":-1}]}}]}")]
    [InlineData("{\"logs\":[{\"timestamp\":null,\"trace\":{\"trace_id\":\"not hex\"}}]}")]
    [InlineData("{\"traces\":{}}")]
    [InlineData("{\"traces\":{\"resourceSpans\":null,\"resource_spans\":[{\"scope_spans\":[{\"spans\":[{\"traceId\":\"\",\"kind\":\"SPAN_KIND_CLIENT\"}]}]}]}}")]
    public void Body_ThatGoAccepts_Decodes(string body) => Assert.True(PayloadText.Decodes(body));

    [Theory]
    [InlineData("", "EOF")]
    [InlineData("  \n", "EOF")]
    [InlineData("{", "unexpected EOF")]
    [InlineData("{\"logs\":[", "unexpected EOF")]
    [InlineData("{\"logs\":\"", "unexpected EOF")]
    [InlineData("[]", "json: cannot unmarshal array into Go value of type payload.Payload")]
    [InlineData("\"x\"", "json: cannot unmarshal string into Go value of type payload.Payload")]
    [InlineData("\uFEFF{}", "invalid character '\\xef' looking for beginning of value")]
    [InlineData("{\"logs\":[],}", "invalid character '}' looking for beginning of value")]
    [InlineData("{\"events\":[{\"attributes\":{\"n\":1}}]}", "json: cannot unmarshal number into Go value of type string")]
    [InlineData("{\"measurements\":[{\"values\":{\"v\":\"1\"}}]}", "json: cannot unmarshal string into Go value of type float64")]
    [InlineData("{\"measurements\":[{\"values\":{\"v\":1e400}}]}", "json: cannot unmarshal number into Go value of type float64")]
    [InlineData("{\"meta\":{\"browser\":{\"mobile\":\"false\"}}}", "json: cannot unmarshal string into Go value of type bool")]
    [InlineData("{\"exceptions\":[{\"stacktrace\":{\"frames\":[{\"lineno\":1.5}]}}]}", "json: cannot unmarshal number into Go value of type int")]
    [InlineData("{\"exceptions\":[{\"stacktrace\":{\"frames\":[{\"lineno\":9223372036854775808}]}}]}", "json: cannot unmarshal number into Go value of type int")]
    [InlineData("{\"logs\":{}}", "json: cannot unmarshal object into Go value of type slice")]
    [InlineData("{\"logs\":[{\"timestamp\":5}]}", "Time.UnmarshalJSON: input is not a JSON string")]
    [InlineData("{\"logs\":[{\"message\":\"a\nb\"}]}", "invalid character '\\x0a' looking for beginning of value")]
    [InlineData("{\"traces\":5}", "traces: expected object, found number")]
    [InlineData("{\"traces\":{\"resourceSpans\":[{\"scopeSpans\":[{\"spans\":[{\"traceId\":\"zz\"}]}]}]}}", "traces: cannot unmarshal ID from string 'zz'")]
    [InlineData("{\"traces\":{\"resourceSpans\":[{\"scopeSpans\":[{\"spans\":[{\"kind\":\"CLIENT\"}]}]}]}}", "traces: unknown enum value \"CLIENT\"")]
    public void Body_ThatGoRefuses_GivesAText(string body, string error) => Assert.Equal(error, PayloadText.Error(body));

    [Theory]
    [InlineData("{\"startTimeUnixNano\":\"1\",\"endTimeUnixNano\":2,\"flags\":257}", true)]
    [InlineData("{\"startTimeUnixNano\":\"-1\"}", false)]
    [InlineData("{\"startTimeUnixNano\":1.5}", false)]
    [InlineData("{\"startTimeUnixNano\":null}", false)]
    [InlineData("{\"traceId\":\"5b8aa5a2d2c872e8321cf37308d69df2\",\"spanId\":\"051581bf3cb55c13\",\"parent_span_id\":\"\"}", true)]
    [InlineData("{\"traceId\":\"5b8aa5a2d2c872e8321cf37308d69df\"}", false)]
    [InlineData("{\"spanId\":\"051581bf3cb55c1g\"}", false)]
    [InlineData("{\"spanId\":5}", false)]
    [InlineData("{\"name\":null,\"status\":{\"code\":2,\"message\":null},\"events\":[{\"timeUnixNano\":\"5\",\"name\":\"open\"}]}", true)]
    [InlineData("{\"status\":{\"code\":\"STATUS_CODE_ERROR\"},\"links\":[{\"traceId\":\"\"}]}", true)]
    [InlineData("{\"attributes\":[{\"key\":\"a\",\"value\":{\"intValue\":\"5\"}},{\"key\":\"b\",\"value\":{\"doubleValue\":\"NaN\"}}]}", true)]
    [InlineData("{\"attributes\":[{\"key\":\"a\",\"value\":{\"intValue\":\"five\"}}]}", false)]
    [InlineData("{\"attributes\":[{\"key\":\"a\",\"value\":{\"boolValue\":\"true\"}}]}", false)]
    [InlineData("{\"attributes\":[{\"key\":\"a\",\"value\":{\"bytesValue\":\"AAEC\"}},{\"key\":\"b\",\"value\":{\"arrayValue\":{\"values\":[{\"stringValue\":\"x\"}]}}}]}", true)]
    [InlineData("{\"attributes\":[{\"key\":\"a\",\"value\":{\"bytesValue\":\"%\"}}]}", false)]
    [InlineData("{\"attributes\":[{\"key\":\"a\",\"value\":{\"kvlistValue\":{\"values\":[{\"key\":\"k\",\"value\":{\"stringValue\":5}}]}}}]}", false)]
    [InlineData("{\"TRACEID\":\"zz\"}", true)]
    public void Span_OfAnyForm_IsCheckedLikeTheCollector(string span, bool accepted) =>
        Assert.Equal(accepted, PayloadText.Decodes($$$$"""{"traces":{"resourceSpans":[{"scopeSpans":[{"spans":[{{{{span}}}}]}]}]}}"""));

    [Fact]
    public void Spans_OfSeveralScopes_AreCountedTogether()
    {
        const string Body = """{"traces":{"resourceSpans":[{"scopeSpans":[{"spans":[{},{}]},{"spans":[{}]}]},{"scopeSpans":[{"spans":[{}]}]}]}}""";

        Assert.True(PayloadDecoder.TryDecode(Encoding.UTF8.GetBytes(Body), out var payload, out _));

        Assert.Equal(4, payload!.SpanCount);
    }

    [Theory]
    [InlineData("{\"message\":\"a\",\"MESSAGE\":\"b\"}", "message=b")]
    [InlineData("{\"MESSAGE\":\"b\",\"message\":null}", "message=b")]
    [InlineData("{\"me\\u017F\\u017Fage\":\"folded\"}", "message=folded")]
    [InlineData("{\"me\\u0073sage\":\"escaped\"}", "message=escaped")]
    [InlineData("{\"context\":{\"a\":\"1\"},\"context\":{\"b\":\"2\"}}", "context_a=1 context_b=2")]
    [InlineData("{\"context\":{\"a\":\"1\"},\"context\":null}", "")]
    [InlineData("{\"context\":{\"A\":\"1\",\"a\":\"2\"}}", "context_A=1 context_a=2")]
    public void Fields_InOtherLetterCase_FoldAndMerge(string log, string line) => Assert.Equal(line, PayloadText.LogLine(log));

    [Fact]
    public void Array_Repeated_IsDecodedOverTheFirst()
    {
        var lines = PayloadText.Lines("""{"logs":[{"message":"a","level":"warn"},{"message":"b"}],"logs":[{"message":"c"}]}""");

        Assert.Equal(["timestamp=\"0001-01-01 00:00:00 +0000 UTC\" kind=log message=c level=warn browser_mobile=false"], lines);
    }

    [Theory]
    [InlineData(new byte[] { 0xFF }, "\"\\ufffd\"")]
    [InlineData(new byte[] { (byte)'a', 0xE2, 0x82, (byte)'b' }, "\"a\\ufffd\\ufffdb\"")]
    [InlineData(new byte[] { 0xED, 0xA0, 0x80 }, "\"\\ufffd\\ufffd\\ufffd\"")]
    [InlineData(new byte[] { 0xC0, 0xAF }, "\"\\ufffd\\ufffd\"")]
    public void Text_OfInvalidUtf8_BecomesOneReplacementForEachByte(byte[] value, string written)
    {
        byte[] body = [.. "{\"logs\":[{\"message\":\""u8, .. value, .. "\"}]}"u8];

        Assert.Contains($" message={written} ", Assert.Single(PayloadText.Lines(body)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\\ud83d\\ude00", "😀")]
    [InlineData("\\ud83d", "\"\\ufffd\"")]
    [InlineData("\\ude00\\ud83d", "\"\\ufffd\\ufffd\"")]
    [InlineData("\\ud83d\\u0041", "\"\\ufffdA\"")]
    [InlineData("\\/\\b", "\"/\\u0008\"")]
    public void Text_WithEscapes_IsReadLikeGo(string escaped, string written) =>
        Assert.Equal($"message={written}", PayloadText.LogLine($$"""{"message":"{{escaped}}"}"""));
}
