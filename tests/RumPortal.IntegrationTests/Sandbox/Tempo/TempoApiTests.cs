using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using RumPortal.Sandbox.Otlp.Protobuf;
using RumPortal.Sandbox.Otlp.Spans;
using RumPortal.Sandbox.Tempo;

namespace RumPortal.IntegrationTests.Sandbox.Tempo;

/// <summary>What of Tempo's API the recorded answers do not show: protobuf, limits, and the words of its errors.</summary>
public sealed class TempoApiTests
{
    private const string Id = "00f7651916cd43dd8448eb211c80319c";

    [Fact]
    public async Task TraceById_InProtobuf_HoldsTheSpansOfBothVersions()
    {
        await using var tempo = await StartWithTraceAsync();

        var first = OtlpProtobufReader.Read(await ProtobufAsync(tempo, $"/api/traces/{Id}"));
        var second = new ProtobufReader(await ProtobufAsync(tempo, $"/api/v2/traces/{Id}"));
        Assert.True(second.Next());
        var wrapped = OtlpProtobufReader.Read(second.Bytes());

        Assert.Equal(["GET /", "SELECT"], first.Select(span => span.Name));
        Assert.Equal(["GET /", "SELECT"], wrapped.Select(span => span.Name));
        Assert.Equal(Id, IdText.Of(first[0].TraceId));
    }

    [Fact]
    public async Task TraceById_LargerThanTheLimit_IsRefusedByTheFirstVersionAndCutByTheSecond()
    {
        await using var tempo = await StartWithTraceAsync(new TempoOptions { MaxTraceBytes = 500 });

        var (status, text) = await tempo.GetAsync($"/api/traces/{Id}");
        var cut = JsonDocument.Parse((await tempo.GetAsync($"/api/v2/traces/{Id}")).Text).RootElement;

        Assert.Equal((HttpStatusCode.UnprocessableEntity, "trace exceeds max size (max bytes: 500)"), (status, text));
        Assert.Equal("PARTIAL", cut.GetProperty("status").GetString());
        Assert.Equal("Trace exceeds maximum size of 500 bytes, a partial trace is returned", cut.GetProperty("message").GetString());
        Assert.Equal(1, cut.GetProperty("trace").GetProperty("resourceSpans")[0].GetProperty("scopeSpans")[0].GetProperty("spans").GetArrayLength());
    }

    [Theory]
    [InlineData("00F7651916CD43DD8448EB211C80319C")]
    [InlineData("f7651916cd43dd8448eb211c80319c")]
    public async Task TraceById_OtherSpellingOfTheId_FindsTheTrace(string spelling)
    {
        await using var tempo = await StartWithTraceAsync();

        var (status, _) = await tempo.GetAsync($"/api/traces/{spelling}");

        Assert.Equal(HttpStatusCode.OK, status);
    }

    [Fact]
    public async Task Search_IdWithLeadingZeros_IsToldWithoutThem()
    {
        await using var tempo = await StartWithTraceAsync();

        var (_, text) = await tempo.GetAsync("/api/search?q={}");

        Assert.Equal(
            """{"traceID":"f7651916cd43dd8448eb211c80319c","rootServiceName":"shop","rootTraceName":"GET /","startTimeUnixNano":"1000000000","durationMs":3000,"spanSet":{"spans":[{"spanID":"0000000000000001","startTimeUnixNano":"1000000000","durationNanos":"3000000000"},{"spanID":"0000000000000002","startTimeUnixNano":"2000000000","durationNanos":"1000000000"}],"matched":2},"spanSets":[{"spans":[{"spanID":"0000000000000001","startTimeUnixNano":"1000000000","durationNanos":"3000000000"},{"spanID":"0000000000000002","startTimeUnixNano":"2000000000","durationNanos":"1000000000"}],"matched":2}],"serviceStats":{"shop":{"spanCount":2,"errorCount":1}}}""",
            JsonDocument.Parse(text).RootElement.GetProperty("traces")[0].GetRawText());
    }

    [Theory]
    [InlineData("/api/traces/0123456789012345678901234567890123", "trace IDs can't be larger than 128 bits")]
    [InlineData("/api/traces/12-34", "trace IDs can only contain hex characters: invalid character '-' at position 3")]
    [InlineData("/api/search?q={}&start=5", "please provide positive values for http parameters start and end. received start=5 end=0")]
    [InlineData("/api/search?q={}&start=x&end=9", "invalid start: strconv.ParseUint: parsing \"x\": invalid syntax")]
    [InlineData("/api/search?q={}&start=1&end=604802", "range specified by start and end exceeds 168h0m0s. received start=1 end=604802")]
    [InlineData("/api/search?q={}&limit=many", "invalid limit: strconv.Atoi: parsing \"many\": invalid syntax")]
    [InlineData("/api/search?q={}&limit=262145", "limit 262145 exceeds max limit 262144")]
    [InlineData("/api/search?q={}&spss=101", "invalid spss: spans per spanset exceeds 100. received 101")]
    [InlineData("/api/search?q={}&tags=a=b", "invalid request: can't specify tags and q in the same query")]
    [InlineData("/api/search?tags=a=b a=c", "invalid tags: tag a has been set twice")]
    [InlineData("/api/search?q={}|rate()", "invalid TraceQL query: metrics query used in search endpoint")]
    [InlineData("/api/v2/search/tags?scope=x", "invalid scope: x")]
    [InlineData("/api/v2/search/tag/foo/values", "tag name is not valid intrinsic or scoped attribute: foo")]
    [InlineData("/api/metrics/query_range?q={}|rate()&start=1&end=86402", "metrics query time range exceeds the maximum allowed duration of 24h0m0s")]
    [InlineData("/api/metrics/query_range?q={}|rate()&start=1&end=86401&step=1s", "step of 1s is too small, minimum step for given range is 8.64s")]
    [InlineData("/api/metrics/query_range?q={}|rate()&start=9&end=5", "end must be greater than start")]
    [InlineData("/api/metrics/query?q={}&start=1&end=9", "invalid TraceQL query: not a metrics query")]
    [InlineData("/api/metrics/query?q={}|compare({})&start=1&end=9", "invalid TraceQL query: compare() is not supported by the sandbox's Tempo")]
    [InlineData("/api/overrides", "/api/overrides is not supported by the sandbox's Tempo")]
    public async Task Answer_ToWhatIsWrong_SaysWhatItIs(string url, string expected)
    {
        await using var tempo = await RunningTempo.StartAsync();

        var (status, text) = await tempo.GetAsync(url);

        Assert.Equal((HttpStatusCode.BadRequest, expected), (status, text));
    }

    [Theory]
    [InlineData("/ready", HttpStatusCode.OK, "ready\n")]
    [InlineData("/api/nothing", HttpStatusCode.NotFound, "404 page not found\n")]
    public async Task Answer_ToAProbe_IsPlainText(string url, HttpStatusCode status, string text)
    {
        await using var tempo = await RunningTempo.StartAsync();

        Assert.Equal((status, text), await tempo.GetAsync(url));
    }

    [Fact]
    public async Task BuildInfo_Asked_NamesTheVersionReproduced()
    {
        await using var tempo = await RunningTempo.StartAsync();

        var (_, text) = await tempo.GetAsync("/api/status/buildinfo");

        Assert.Equal("3.0.3", JsonDocument.Parse(text).RootElement.GetProperty("version").GetString());
    }

    [Fact]
    public async Task MetricsRange_OfSpans_HasOneStepMoreBeforeTheRange()
    {
        await using var tempo = await StartWithTraceAsync();

        var (_, text) = await tempo.GetAsync("/api/metrics/query_range?q={}|count_over_time()&start=2&end=3&step=1s");

        Assert.Equal(
            """[{"labels":[{"key":"__name__","value":{"stringValue":"count_over_time"}}],"samples":[{"timestampMs":"2000","value":1},{"timestampMs":"3000"}]}]""",
            JsonDocument.Parse(text).RootElement.GetProperty("series").GetRawText());
    }

    private static async Task<RunningTempo> StartWithTraceAsync(TempoOptions? options = null)
    {
        var tempo = await RunningTempo.StartAsync(options);
        await tempo.PushAsync("""
            {"resourceSpans":[{"resource":{"attributes":[{"key":"service.name","value":{"stringValue":"shop"}}]},"scopeSpans":[{"spans":[
              {"traceId":"00f7651916cd43dd8448eb211c80319c","spanId":"0000000000000001","name":"GET /","kind":2,"startTimeUnixNano":"1000000000","endTimeUnixNano":"4000000000"},
              {"traceId":"00f7651916cd43dd8448eb211c80319c","spanId":"0000000000000002","parentSpanId":"0000000000000001","name":"SELECT","kind":3,"startTimeUnixNano":2000000000,"endTimeUnixNano":3000000000,"status":{"code":2}}]}]}]}
            """);
        return tempo;
    }

    private static async Task<byte[]> ProtobufAsync(RunningTempo tempo, string url)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, url);
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/protobuf"));
        using var response = await tempo.Client.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal("application/protobuf", response.Content.Headers.ContentType?.ToString());
        return await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
    }
}
