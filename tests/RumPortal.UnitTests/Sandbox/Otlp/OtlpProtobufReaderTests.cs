using System.Text;
using System.Text.Json;
using RumPortal.Sandbox.Otlp;
using RumPortal.Sandbox.Otlp.Json;
using RumPortal.Sandbox.Otlp.Protobuf;
using RumPortal.Sandbox.Otlp.Spans;

namespace RumPortal.UnitTests.Sandbox.Otlp;

public sealed class OtlpProtobufReaderTests
{
    private const string Everything = """
        {"resourceSpans":[{"resource":{"attributes":[{"key":"service.name","value":{"stringValue":"shop"}}],"droppedAttributesCount":1},
          "scopeSpans":[{"scope":{"name":"fetch","version":"2","attributes":[{"key":"z","value":{"intValue":"-1"}}]},"spans":[{
            "traceId":"CvdlGRbNQ92ESOshHIAxnA==","spanId":"t61rcWkgMzE=","traceState":"a=b","parentSpanId":"AAECAwQFBgc=","flags":257,"name":"GET","kind":"SPAN_KIND_CLIENT",
            "startTimeUnixNano":"1760000000100000000","endTimeUnixNano":"1760000000400000000",
            "attributes":[{"key":"text","value":{"stringValue":""}},{"key":"no","value":{"boolValue":false}},{"key":"zero","value":{"intValue":"0"}},{"key":"half","value":{"doubleValue":0.5}},
              {"key":"raw","value":{"bytesValue":"AQI="}},{"key":"none","value":{}},{"key":"list","value":{"arrayValue":{"values":[{"stringValue":"a"}]}}},
              {"key":"map","value":{"kvlistValue":{"values":[{"key":"x","value":{"intValue":"1"}}]}}}],
            "events":[{"timeUnixNano":"5","name":"exception","attributes":[{"key":"x","value":{"stringValue":"y"}}]}],"droppedEventsCount":2,
            "links":[{"traceId":"CvdlGRbNQ92ESOshHIAxnA==","spanId":"t61rcWkgMzE=","traceState":"c=d","flags":1}],"droppedLinksCount":3,
            "status":{"message":"boom","code":"STATUS_CODE_ERROR"}}],"schemaUrl":"s"}],"schemaUrl":"r"}]}
        """;

    [Fact]
    public void Read_WhatWasWrittenFromJson_IsTheSameJsonAgain()
    {
        var json = ToJson(OtlpProtobufReader.Read(Bytes().Span));

        Assert.Equal(JsonSerializer.Serialize(JsonDocument.Parse(Everything)), json);
    }

    [Fact]
    public void Read_CutAnywhere_IsReadOrRefusedAndNothingElse()
    {
        var whole = Bytes();
        for (var length = 0; length < whole.Length; length++)
        {
            var cut = length;
            Assert.True(Record.Exception(() => OtlpProtobufReader.Read(whole.Span[..cut])) is null or OtlpFormatException, $"cut at {cut}");
        }
    }

    [Fact]
    public void Read_AnyByteChanged_IsReadOrRefusedAndNothingElse()
    {
        var random = new Random(7);
        for (var i = 0; i < 2_000; i++)
        {
            var changed = Bytes().ToArray();
            changed[random.Next(changed.Length)] = (byte)random.Next(256);
            Assert.True(Record.Exception(() => OtlpProtobufReader.Read(changed)) is null or OtlpFormatException, Convert.ToHexString(changed));
        }
    }

    [Theory]
    [InlineData("0A05", "proto: unexpected EOF")]
    [InlineData("0A080A0612040A0209FF", "proto: wrong wireType = 2 for field 2")]
    [InlineData("00", "proto: illegal tag 0")]
    [InlineData("0B", "proto: wrong wireType = 3 for field 1")]
    [InlineData("13", "proto: illegal wireType 3")]
    [InlineData("FFFFFFFFFFFFFFFFFFFF01", "proto: integer overflow")]
    [InlineData("0A0812061204" + "0A0201FF", "trace ids must be 128 bit, received 16 bits")]
    [InlineData("0A0812061204" + "120201FF", "span ids must be 64 bit, received 16 bits")]
    public void Read_WrongBytes_SaysWhatIsWrong(string hex, string expected)
    {
        var error = Assert.Throws<OtlpFormatException>(() => OtlpProtobufReader.Read(Convert.FromHexString(hex)));

        Assert.Equal(expected, error.Message);
    }

    [Fact]
    public void Read_ValuesNestedTooDeep_IsAFormatError()
    {
        byte[] value = [];
        for (var i = 0; i < 60; i++) value = Field(5, Field(1, value));
        var message = Field(1, Field(2, Field(2, Field(9, Field(2, value)))));

        Assert.Equal("attribute values nest deeper than 50 levels", Assert.Throws<OtlpFormatException>(() => OtlpProtobufReader.Read(message)).Message);
    }

    private static byte[] Field(int number, byte[] content)
    {
        var writer = new ProtobufWriter();
        writer.OneOfBytes(number, content);
        return writer.Written.ToArray();
    }

    private static ReadOnlyMemory<byte> Bytes()
    {
        var writer = new ProtobufWriter();
        OtlpProtobufWriter.WriteTrace(writer, SpanGroup.Of(OtlpJsonReader.Read(Encoding.UTF8.GetBytes(Everything))));
        return writer.Written;
    }

    private static string ToJson(IEnumerable<Span> spans)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WritePropertyName("resourceSpans");
            OtlpJsonWriter.WriteGroups(json, SpanGroup.Of(spans));
            json.WriteEndObject();
        }

        // Through the serializer on both sides, so that only what is there counts and not how it is escaped.
        return JsonSerializer.Serialize(JsonDocument.Parse(buffer.ToArray()));
    }
}
