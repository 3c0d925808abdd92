using System.Diagnostics;
using System.IO.Compression;
using System.Net;
using System.Text;
using System.Text.Json;
using OpenTelemetry;
using OpenTelemetry.Exporter;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;
using RumPortal.IntegrationTests.Sandbox.Tempo;
using RumPortal.Sandbox.Tempo;

namespace RumPortal.IntegrationTests.Sandbox.Otlp;

/// <summary>OTLP over real sockets, from hand-written requests and from .NET's own exporter.</summary>
public sealed class OtlpEndpointTests
{
    private const string Trace = "0af7651916cd43dd8448eb211c80319c";
    private const string One = $$"""{"resourceSpans":[{"scopeSpans":[{"spans":[{"traceId":"{{Trace}}","spanId":"b7ad6b7169203331","name":"GET"}]}]}]}""";

    [Fact]
    public async Task Push_ByTheExporterOfDotNet_StoresWhatTheActivitySaid()
    {
        await using var tempo = await RunningTempo.StartAsync();
        using var source = new ActivitySource("otlp-endpoint-tests");
        using (var provider = OpenTelemetry.Sdk.CreateTracerProviderBuilder()
            .AddSource(source.Name)
            .ConfigureResource(resource => resource.AddService("checkout", serviceVersion: "1.2"))
            .AddOtlpExporter(otlp => (otlp.Endpoint, otlp.Protocol, otlp.ExportProcessorType) =
                (new Uri(tempo.Otlp, "/v1/traces"), OtlpExportProtocol.HttpProtobuf, ExportProcessorType.Simple))
            .Build())
        {
            using var span = source.StartActivity("POST /orders", ActivityKind.Server)!;
            span.SetTag("http.response.status_code", 503).SetTag("ratio", 0.5).SetTag("retried", true).SetTag("hops", new[] { "a", "b" });
            span.AddEvent(new ActivityEvent("exception", tags: new ActivityTagsCollection { ["exception.type"] = "TimeoutException" }));
            span.SetStatus(ActivityStatusCode.Error, "no answer");
        }

        var (_, found) = await tempo.GetAsync("/api/search?q=" + Uri.EscapeDataString(
            """{ resource.service.name = "checkout" && name = "POST /orders" && kind = server && status = error && statusMessage = "no answer" && span.http.response.status_code = 503 """
            + """&& span.ratio = 0.5 && span.retried = true && span.hops = "b" && event.exception.type = "TimeoutException" && instrumentation:name = "otlp-endpoint-tests" }"""));

        Assert.Equal(1, JsonDocument.Parse(found).RootElement.GetProperty("traces").GetArrayLength());
    }

    [Fact]
    public async Task Push_JsonInGzip_AnswersAnEmptyPartialSuccess()
    {
        await using var tempo = await RunningTempo.StartAsync();
        var packed = new MemoryStream();
        await using (var gzip = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true)) gzip.Write(Encoding.UTF8.GetBytes(One));

        var (status, type, body) = await tempo.PushAsync(packed.ToArray(), "application/json", "gzip");

        Assert.Equal((HttpStatusCode.OK, "application/json", """{"partialSuccess":{}}"""), (status, type, Encoding.UTF8.GetString(body)));
        Assert.Equal(HttpStatusCode.OK, (await tempo.GetAsync($"/api/traces/{Trace}")).Status);
    }

    [Fact]
    public async Task Push_OneSpanWithoutIds_StoresTheOthersAndTellsHowManyWereRefused()
    {
        await using var tempo = await RunningTempo.StartAsync();

        var (status, _, body) = await tempo.PushAsync(One.Replace("[{\"traceId\"", "[{\"name\":\"lost\"},{\"traceId\"", StringComparison.Ordinal));

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal("""{"partialSuccess":{"rejectedSpans":"1","errorMessage":"1 spans have no valid trace id or span id"}}""", Encoding.UTF8.GetString(body));
        Assert.Equal(1, tempo.Backend.Store.SpanCount);
    }

    [Theory]
    [InlineData("""{"resourceSpans":[{"scopeSpans":[{"spans":[{"traceId":"zz"}]}]}]}""", "traceId: expected 32 hex digits, found 'zz'")]
    [InlineData("""{"resourceSpans":{}}""", "resourceSpans: expected an array, found {}")]
    [InlineData("[]", "expected an object that may hold resourceSpans, found []")]
    public async Task Push_JsonThatIsNoOtlp_IsRefusedWithAReason(string body, string reason)
    {
        await using var tempo = await RunningTempo.StartAsync();

        var (status, type, answer) = await tempo.PushAsync(body);

        Assert.Equal((HttpStatusCode.BadRequest, "application/json"), (status, type));
        Assert.Equal(reason, JsonDocument.Parse(answer).RootElement.GetProperty("message").GetString());
    }

    [Fact]
    public async Task Push_ProtobufThatIsCut_IsRefusedInProtobuf()
    {
        await using var tempo = await RunningTempo.StartAsync();

        var (status, type, answer) = await tempo.PushAsync([0x0A, 0x7F, 0x01], "application/x-protobuf");

        Assert.Equal((HttpStatusCode.BadRequest, "application/x-protobuf"), (status, type));
        Assert.EndsWith("proto: unexpected EOF", Encoding.UTF8.GetString(answer), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("text/plain", HttpStatusCode.UnsupportedMediaType)]
    [InlineData("application/json", HttpStatusCode.RequestEntityTooLarge)]
    public async Task Push_ThatTheServerDoesNotTake_SaysSoByStatus(string type, HttpStatusCode expected)
    {
        await using var tempo = await RunningTempo.StartAsync(new TempoOptions { MaxPushSize = 50 });

        var (status, _, _) = await tempo.PushAsync(Encoding.UTF8.GetBytes(One), type);

        Assert.Equal(expected, status);
    }

    [Fact]
    public async Task Push_ATraceOfTenThousandSpans_ComesBackWhole()
    {
        await using var tempo = await RunningTempo.StartAsync();
        var spans = string.Join(',', Enumerable.Range(1, 10_000).Select(i =>
            $$$"""{"traceId":"{{{Trace}}}","spanId":"{{{i:x16}}}","parentSpanId":"{{{(i == 1 ? "" : (i / 2).ToString("x16", null))}}}","name":"n{{{i}}}","startTimeUnixNano":"{{{i}}}","attributes":[{"key":"text","value":{"stringValue":"{{{new string('x', 900)}}}"}}]}"""));

        var (status, _, _) = await tempo.PushAsync($$"""{"resourceSpans":[{"scopeSpans":[{"spans":[{{spans}}]}]}]}""");

        Assert.Equal(HttpStatusCode.OK, status);
        var trace = JsonDocument.Parse((await tempo.GetAsync($"/api/v2/traces/{Trace}")).Text).RootElement.GetProperty("trace");
        Assert.Equal(10_000, trace.GetProperty("resourceSpans")[0].GetProperty("scopeSpans")[0].GetProperty("spans").GetArrayLength());
    }
}
