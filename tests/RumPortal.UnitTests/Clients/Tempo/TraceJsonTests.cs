using System.Globalization;
using System.Text.Json;
using RumPortal.Clients.Tempo.Otlp;
using RumPortal.Domain.Traces;
using RumPortal.Testing.Conformance;
using RumPortal.Testing.Tempo;

namespace RumPortal.UnitTests.Clients.Tempo;

public sealed class TraceJsonTests
{
    private const string Whole = """
        {"trace":{"resourceSpans":[
          {"resource":{"attributes":[{"key":"service.name","value":{"stringValue":"shop-web"}},{"key":"telemetry.sdk.language","value":{"stringValue":"webjs"}}]},
           "scopeSpans":[{"scope":{"name":"@opentelemetry/instrumentation-fetch","version":"0.221.0"},"spans":[{
             "traceId":"CvdlGRbNQ92ESOshHIAxnA==","spanId":"t61rcWkgMzE=","name":"GET","kind":"SPAN_KIND_CLIENT",
             "startTimeUnixNano":"1760000000100000000","endTimeUnixNano":"1760000000400000001",
             "attributes":[
               {"key":"url.full","value":{"stringValue":"https://api.example.test/cart?q=結帳"}},{"key":"empty","value":{"stringValue":""}},
               {"key":"http.response.status_code","value":{"intValue":"503"}},{"key":"least","value":{"intValue":"-9223372036854775808"}},
               {"key":"ok","value":{"boolValue":false}},{"key":"ratio","value":{"doubleValue":0.5}},
               {"key":"none","value":{"doubleValue":"NaN"}},{"key":"endless","value":{"doubleValue":"-Infinity"}},
               {"key":"raw","value":{"bytesValue":"AQL/"}},
               {"key":"tags","value":{"arrayValue":{"values":[{"stringValue":"a"},{"intValue":"1"},{"arrayValue":{}}]}}},
               {"key":"kv","value":{"kvlistValue":{"values":[{"key":"x","value":{"stringValue":"y"}},{"key":"z","value":{}}]}}},
               {"key":"nothing","value":{}},{"key":"empty","value":{"stringValue":"again"}}],
             "events":[{"timeUnixNano":"1760000000200000000","name":"exception","attributes":[{"key":"exception.type","value":{"stringValue":"TypeError"}}]},{}],
             "links":[{"traceId":"AAAAAAAAAAAAAAAAAAASNA==","spanId":"AAAAAAAAAAE=","attributes":[{"key":"why","value":{"stringValue":"restarted"}}]},{"traceId":"/////////////////////w=="}],
             "status":{"code":"STATUS_CODE_ERROR","message":"boom"}}]}]},
          {"resource":{},"scopeSpans":[{"spans":[{"spanId":"AAAAAAAAAAE=","parentSpanId":"t61rcWkgMzE=","startTimeUnixNano":"2","endTimeUnixNano":"1","status":{}}]}]}]},
         "metrics":{"inspectedBytes":"48211"}}
        """;

    [Fact]
    public void Response_OfAWholeTrace_IsReadAsFromProtobuf()
    {
        var (trace, state, leftOut) = Read(Whole);

        Assert.Equal(TraceText.Of(Traces.Whole), TraceText.Of(trace));
        Assert.Equal((false, ""), state);
        Assert.Null(leftOut);
    }

    [Fact]
    public void Response_InOtlpsOwnSpelling_IsReadTheSame()
    {
        var hex = Whole.Replace("CvdlGRbNQ92ESOshHIAxnA==", "0AF7651916CD43DD8448EB211C80319C", StringComparison.Ordinal)
            .Replace("t61rcWkgMzE=", "b7ad6b7169203331", StringComparison.Ordinal)
            .Replace("AAAAAAAAAAE=", "0000000000000001", StringComparison.Ordinal)
            .Replace("AAAAAAAAAAAAAAAAAAASNA==", "0000000000001234", StringComparison.Ordinal)
            .Replace("\"SPAN_KIND_CLIENT\"", "3", StringComparison.Ordinal).Replace("\"STATUS_CODE_ERROR\"", "2", StringComparison.Ordinal)
            .Replace("\"1760000000100000000\"", "1760000000100000000", StringComparison.Ordinal).Replace("\"503\"", "503", StringComparison.Ordinal);

        Assert.Equal(TraceText.Of(Traces.Whole), TraceText.Of(Read(hex).Trace));
    }

    [Fact]
    public void Trace_OfTheOlderVersion_IsInBatches()
    {
        var intake = new SpanIntake();
        new TraceJson(intake).ReadTrace(JsonDocument.Parse(Whole.Replace("resourceSpans", "batches", StringComparison.Ordinal)).RootElement.GetProperty("trace"));

        Assert.Equal(TraceText.Of(Traces.Whole), TraceText.Of(intake.ToTrace(Traces.Id)));
    }

    [Theory]
    [InlineData("""{"trace":{},"status":"PARTIAL","message":"too large"}""", true, "too large")]
    [InlineData("""{"trace":{},"status":1}""", true, "")]
    [InlineData("""{"trace":{},"status":"COMPLETE"}""", false, "")]
    [InlineData("""{"trace":{}}""", false, "")]
    [InlineData("""{}""", false, "")]
    public void Response_OfAnyState_SaysWhetherItWasCut(string body, bool isPartial, string message)
    {
        var (trace, state, _) = Read(body);

        Assert.Null(trace);
        Assert.Equal((isPartial, message), state);
    }

    public static TheoryData<string> RecordedTraces => [.. KitAnswers.OfTempo.Where(answer => answer.Id.StartsWith("trace-", StringComparison.Ordinal) && answer.Body.Contains("spanId", StringComparison.Ordinal)).Select(answer => answer.Id)];

    [Theory]
    [MemberData(nameof(RecordedTraces))]
    public void RecordedTrace_WrittenInProtobuf_IsReadTheSame(string id)
    {
        var answer = KitAnswers.OfTempo.Single(answer => answer.Id == id);
        var intake = new SpanIntake();
        var reader = new TraceJson(intake);
        if (answer.Path.Contains("v2", StringComparison.Ordinal)) reader.ReadResponse(answer.Root);
        else reader.ReadTrace(answer.Root);
        Assert.True(TraceId.TryParse(answer.Path.Split('/')[^1], out var traceId, out _));
        var trace = intake.ToTrace(traceId)!;

        var fromProtobuf = new SpanIntake();
        new TraceProtobuf(fromProtobuf).ReadResponse(OtlpProtobuf.Response(trace).ToArray());

        Assert.Equal(SpanCount(answer.Body), trace.Spans.Length);
        Assert.Equal((0, null), (trace.Unreadable, intake.LeftOut()));
        Assert.Equal(Lines(trace), Lines(fromProtobuf.ToTrace(traceId)!));
        Assert.All(trace.Spans, span => Assert.True(span.Start > 0 && span.Resource.Service.Length > 0 && span.Kind != SpanKind.Unspecified));
    }

    [Theory]
    [InlineData("""{"trace":{"resourceSpans":[{"scopeSpans":[{"spans":[{"spanId":"zz"},{"spanId":""},{},{"spanId":7}]}]}]}}""")]
    [InlineData("""{"trace":{"resourceSpans":[{"scopeSpans":[{"spans":[{"spanId":"AAAAAAAAAAA="},{"spanId":"0000000000000000"},{"spanId":"AAE="},{"spanId":null}]}]}]}}""")]
    public void Spans_WithoutAUsableId_AreCounted(string body) => Assert.Equal((null, (false, ""), "4 spans have no usable id."), Read(body));

    [Theory]
    [InlineData("[]")]
    [InlineData("""{"trace":7}""")]
    [InlineData("""{"trace":{"resourceSpans":{}}}""")]
    [InlineData("""{"trace":{"resourceSpans":[{"scopeSpans":"x"}]}}""")]
    [InlineData("""{"trace":{"resourceSpans":[{"scopeSpans":[{"spans":[{"spanId":"0000000000000001","attributes":{}}]}]}]}}""")]
    [InlineData("""{"trace":{"resourceSpans":[{"scopeSpans":[{"spans":[{"spanId":"0000000000000001","name":"\ud800"}]}]}]}}""")]
    public void Response_OfAnotherShape_IsAnError(string body) =>
        Assert.True(Record.Exception(() => Read(body)) is JsonException or InvalidOperationException);

    [Fact]
    public void Values_ThatAreOfNoType_AreNone()
    {
        var (trace, _, _) = Read("""
            {"trace":{"resourceSpans":[{"scopeSpans":[{"spans":[{"spanId":"0000000000000001","kind":-1,"startTimeUnixNano":"-5","endTimeUnixNano":"99999999999999999999","attributes":[
              {"key":"a","value":{"intValue":"x"}},{"key":"b","value":{"other":1}},{"key":"c","value":7},{"value":{"stringValue":"d"}},{"key":"e","value":{"stringValue":null,"intValue":5}},{"key":"f"}]}]}]}]}}
            """);

        Assert.Equal(
            string.Create(CultureInfo.InvariantCulture, $"trace {Traces.Id}, 0 unreadable\n0000000000000001 < none Unspecified Unset () '' 0-0 [a=None:null; b=None:null; c=None:null; =Text:d; e=Whole:5; f=None:null] of [] by {SpanScope.Unknown}\n"),
            TraceText.Of(trace));
    }

    private static int SpanCount(string body) => body.Split("\"spanId\"").Length - 1;

    private static string[] Lines(Trace trace) => [.. TraceText.Of(trace).Split('\n').Order(StringComparer.Ordinal)];

    private static (Trace? Trace, (bool, string) State, string? LeftOut) Read(string body)
    {
        var intake = new SpanIntake();
        var state = new TraceJson(intake).ReadResponse(JsonDocument.Parse(body).RootElement);
        return (intake.ToTrace(Traces.Id), state, intake.LeftOut());
    }
}
