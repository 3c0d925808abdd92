using System.Text;
using RumPortal.Sandbox.Otlp;
using RumPortal.Sandbox.Otlp.Json;
using RumPortal.Sandbox.Otlp.Spans;

namespace RumPortal.UnitTests.Sandbox.Otlp;

public sealed class OtlpJsonReaderTests
{
    private const string Ids = "\"traceId\":\"0af7651916cd43dd8448eb211c80319c\",\"spanId\":\"b7ad6b7169203331\"";

    [Fact]
    public void Read_EveryField_KeepsItAsSent()
    {
        var span = Assert.Single(Read("""
            {"resourceSpans":[{"resource":{"attributes":[{"key":"service.name","value":{"stringValue":"shop"}}],"droppedAttributesCount":1},"schemaUrl":"r",
              "scopeSpans":[{"scope":{"name":"fetch","version":"2"},"schemaUrl":"s","spans":[{
                "traceId":"0af7651916cd43dd8448eb211c80319c","spanId":"b7ad6b7169203331","parentSpanId":"0001020304050607","traceState":"a=b","flags":257,
                "name":"GET","kind":3,"startTimeUnixNano":"1760000000100000000","endTimeUnixNano":1760000000400000000,
                "events":[{"timeUnixNano":"5","name":"exception","attributes":[{"key":"x","value":{"boolValue":false}}]}],
                "links":[{"traceId":"000000000000000000000000000000ff","spanId":"0000000000000001","flags":1}],
                "droppedEventsCount":2,"droppedLinksCount":3,"status":{"code":2,"message":"boom"}}]}]}]}
            """));

        Assert.Equal(("shop", 1U, "r"), (span.Resource.ServiceName, span.Resource.Attributes.Dropped, span.Resource.SchemaUrl));
        Assert.Equal(("fetch", "2", "s"), (span.Scope.Name, span.Scope.Version, span.Scope.SchemaUrl));
        Assert.Equal(("0af7651916cd43dd8448eb211c80319c", "b7ad6b7169203331", "0001020304050607"), (IdText.Of(span.TraceId), IdText.Of(span.SpanId), IdText.Of(span.ParentSpanId)));
        Assert.Equal(("a=b", 257U, "GET", SpanKind.Client), (span.TraceState, span.Flags, span.Name, span.Kind));
        Assert.Equal((1_760_000_000_100_000_000UL, 300_000_000UL), (span.Start, span.Duration));
        Assert.Equal((SpanStatus.Error, "boom", 2U, 3U), (span.Status, span.StatusMessage, span.DroppedEvents, span.DroppedLinks));
        Assert.Equal((5UL, "exception", new AttributeValue.Boolean(false)), (span.Events[0].Time, span.Events[0].Name, span.Events[0].Attributes.Find("x")));
        Assert.Equal(((UInt128)255, 1UL, 1U), (span.Links[0].TraceId, span.Links[0].SpanId, span.Links[0].Flags));
    }

    [Theory]
    [InlineData("""{"stringValue":""}""", "Text { Size = 56, Value =  }")]
    [InlineData("""{"intValue":"-9223372036854775808"}""", "WholeNumber { Size = 24, Value = -9223372036854775808 }")]
    [InlineData("""{"intValue":200}""", "WholeNumber { Size = 24, Value = 200 }")]
    [InlineData("""{"double_value":0.5}""", "Number { Size = 24, Value = 0.5 }")]
    [InlineData("""{"doubleValue":"NaN"}""", "Number { Size = 24, Value = NaN }")]
    [InlineData("""{"boolValue":true}""", "Boolean { Size = 24, Value = True }")]
    [InlineData("{}", "Nothing { Size = 0 }")]
    [InlineData("""{"intValue":null}""", "Nothing { Size = 0 }")]
    public void Read_ValueOfAType_IsThatType(string value, string expected)
    {
        var span = Assert.Single(Read(Span(Ids + ",\"attributes\":[{\"key\":\"k\",\"value\":" + value + "}]")));

        Assert.Equal(expected, FormattableString.Invariant($"{span.Attributes.Find("k")}"));
    }

    [Fact]
    public void Read_ListsAndMaps_KeepTheirItems()
    {
        var span = Assert.Single(Read(Span(Ids + """
            ,"attributes":[{"key":"list","value":{"arrayValue":{"values":[{"stringValue":"a"},{"intValue":"1"}]}}},
              {"key":"map","value":{"kvlistValue":{"values":[{"key":"x","value":{"boolValue":true}}]}}},{"key":"raw","value":{"bytesValue":"AQI="}}]
            """)));

        var list = Assert.IsType<AttributeValue.List>(span.Attributes.Find("list"));
        Assert.Equal([new AttributeValue.Text("a"), new AttributeValue.WholeNumber(1)], list.Values);
        Assert.Equal([new SpanAttribute("x", new AttributeValue.Boolean(true))], Assert.IsType<AttributeValue.Map>(span.Attributes.Find("map")).Values);
        Assert.Equal([1, 2], Assert.IsType<AttributeValue.Bytes>(span.Attributes.Find("raw")).Value.ToArray());
    }

    [Theory]
    [InlineData("CvdlGRbNQ92ESOshHIAxnA==")]
    [InlineData("0AF7651916CD43DD8448EB211C80319C")]
    public void Read_OtherSpellingOfTheTraceId_IsTheSameId(string id)
    {
        var span = Assert.Single(Read(Span($"\"traceId\":\"{id}\",\"spanId\":\"b7ad6b7169203331\"")));

        Assert.Equal("0af7651916cd43dd8448eb211c80319c", IdText.Of(span.TraceId));
    }

    [Theory]
    [InlineData("\"traceId\":\"0af765\"", "traceId: expected 32 hex digits, found '0af765'")]
    [InlineData("\"traceId\":\"0af7651916cd43dd8448eb211c80319g\"", "traceId: expected 32 hex digits, found '0af7651916cd43dd8448eb211c80319g'")]
    [InlineData("\"spanId\":\"0af7651916cd43dd8448eb211c80319c\"", "spanId: expected 16 hex digits, found '0af7651916cd43dd8448eb211c80319c'")]
    [InlineData("\"spanId\":7", "spanId: expected a text, found 7")]
    [InlineData("\"name\":{}", "name: expected a text, found {}")]
    [InlineData("\"kind\":\"CLIENT\"", "kind: expected a number or a name such as SPAN_KIND_..., found \"CLIENT\"")]
    [InlineData("\"startTimeUnixNano\":-1", "startTimeUnixNano: expected a whole number, found -1")]
    [InlineData("\"endTimeUnixNano\":\"18446744073709551616\"", "endTimeUnixNano: expected a whole number, found \"18446744073709551616\"")]
    [InlineData("\"attributes\":[7]", "expected an object that may hold key, found 7")]
    [InlineData("\"attributes\":[{\"key\":\"k\",\"value\":{\"intValue\":1.5}}]", "intValue: expected a whole number, found 1.5")]
    [InlineData("\"attributes\":[{\"key\":\"k\",\"value\":{\"bytesValue\":\"!\"}}]", "bytesValue: expected base64, found \"!\"")]
    public void Read_WrongField_NamesItAndWhatWasExpected(string fields, string expected)
    {
        var error = Assert.Throws<OtlpFormatException>(() => Read(Span(fields)));

        Assert.Equal(expected, error.Message);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("null x")]
    [InlineData("{\"resourceSpans\":[{\"schemaUrl\":\"\\ud800\"}]}")]
    public void Read_NoJson_IsAFormatError(string body) => Assert.StartsWith("cannot read JSON: ", Assert.Throws<OtlpFormatException>(() => Read(body)).Message, StringComparison.Ordinal);

    [Fact]
    public void Read_ValuesNestedTooDeep_IsAFormatError()
    {
        var value = string.Concat(Enumerable.Repeat("{\"arrayValue\":{\"values\":[", 10_000));

        Assert.Throws<OtlpFormatException>(() => Read(Span($"{Ids},\"attributes\":[{{\"key\":\"k\",\"value\":{value}")));
    }

    [Fact]
    public void Read_ValueOfAMegabyte_IsKeptWhole()
    {
        var span = Assert.Single(Read(Span($"{Ids},\"attributes\":[{{\"key\":\"k\",\"value\":{{\"stringValue\":\"{new string('x', 1 << 20)}\"}}}}]")));

        Assert.Equal(1 << 20, span.Attributes.Text("k").Length);
    }

    [Theory]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("{\"resourceSpans\":null}")]
    [InlineData("{\"resource_spans\":[{\"scope_spans\":[{}]}],\"unknown\":1}")]
    public void Read_NothingInIt_HasNoSpans(string body) => Assert.Empty(Read(body));

    private static string Span(string fields) => $"{{\"resourceSpans\":[{{\"scopeSpans\":[{{\"spans\":[{{{fields}}}]}}]}}]}}";

    private static List<Span> Read(string json) => OtlpJsonReader.Read(Encoding.UTF8.GetBytes(json));
}
