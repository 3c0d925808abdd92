using System.IO.Compression;
using System.Net;
using System.Text;
using RumPortal.Sandbox.Labels;
using RumPortal.Sandbox.Prometheus;
using RumPortal.Sandbox.Prometheus.Rules;
using RumPortal.Testing;
using RumPortal.Testing.Prometheus;

namespace RumPortal.IntegrationTests.Sandbox.Prometheus;

public sealed class PrometheusApiTests : IAsyncLifetime
{
    private static readonly DateTimeOffset Now = DateTimeOffset.FromUnixTimeSeconds(1_000);

    private PrometheusServer _server = null!;

    public async ValueTask InitializeAsync()
    {
        _server = await PrometheusServer.StartAsync(new PrometheusOptions { MaxQuerySamples = 50 }, new FixedTime(Now));
        Append(("__name__", "up"), ("job", "a\"b\\c"));
        Append(("__name__", "up"), ("job", "shop"));
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Theory]
    [InlineData("/api/v1/query?query=up{job='shop'}", """{"status":"success","data":{"resultType":"vector","result":[{"metric":{"__name__":"up","job":"shop"},"value":[1000,"10"]}]}}""")]
    [InlineData("/api/v1/query?query=up{job!='shop'}&time=990.5", """{"status":"success","data":{"resultType":"vector","result":[{"metric":{"__name__":"up","job":"a\"b\\c"},"value":[990.500,"9"]}]}}""")]
    [InlineData("/api/v1/query?query=1e-9", """{"status":"success","data":{"resultType":"scalar","result":[1000,"1e-09"]}}""")]
    [InlineData("/api/v1/query?query=1e21*vector(1)", """{"status":"success","data":{"resultType":"vector","result":[{"metric":{},"value":[1000,"1e+21"]}]}}""")]
    [InlineData("/api/v1/query?query='a%22b'", """{"status":"success","data":{"resultType":"string","result":[1000,"a\"b"]}}""")]
    [InlineData("/api/v1/query?query=up{job='shop'}[15s]", """{"status":"success","data":{"resultType":"matrix","result":[{"metric":{"__name__":"up","job":"shop"},"values":[[990,"9"],[1000,"10"]]}]}}""")]
    [InlineData("/api/v1/query?query=sum_over_time(up{job='shop'}[15s])&stats=all", """{"status":"success","data":{"resultType":"vector","result":[{"metric":{"job":"shop"},"value":[1000,"19"]}],"stats":{"samples":{"totalQueryableSamples":2}}}}""")]
    [InlineData("/api/v1/query_range?query=up{job='shop'}&start=985&end=995&step=5", """{"status":"success","data":{"resultType":"matrix","result":[{"metric":{"__name__":"up","job":"shop"},"values":[[985,"8"],[990,"9"],[995,"9"]]}]}}""")]
    [InlineData("/api/v1/labels", """{"status":"success","data":["__name__","job"]}""")]
    [InlineData("/api/v1/labels?match[]=nope", """{"status":"success","data":[]}""")]
    [InlineData("/api/v1/label/job/values", """{"status":"success","data":["a\"b\\c","shop"]}""")]
    [InlineData("/api/v1/label/job/values?end=900", """{"status":"success","data":[]}""")]
    [InlineData("/api/v1/series?match[]=up{job='shop'}&match[]={job=~'s.*'}", """{"status":"success","data":[{"__name__":"up","job":"shop"}]}""")]
    [InlineData("/api/v1/metadata", """{"status":"success","data":{}}""")]
    [InlineData("/api/v1/alerts", """{"status":"success","data":{"alerts":[]}}""")]
    [InlineData("/api/v1/rules", """{"status":"success","data":{"groups":[]}}""")]
    [InlineData("/api/v1/status/buildinfo", """{"status":"success","data":{"version":"2.42.0","revision":"sandbox","branch":"sandbox","buildUser":"","buildDate":"","goVersion":""}}""")]
    [InlineData("/-/ready", "Prometheus Server is Ready.\n")]
    [InlineData("/-/healthy", "Prometheus Server is Healthy.\n")]
    public async Task Get_Asked_AnswersInPrometheusForm(string path, string expected)
    {
        using var response = await _server.Client.GetAsync(path, TestContext.Current.CancellationToken);

        Assert.Equal(expected, await TextAsync(response));
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    [Theory]
    [InlineData("/api/v1/query", 400, "bad_data", "invalid parameter \"query\": 1:1: parse error: no expression found in input")]
    [InlineData("/api/v1/query?query=up&time=x", 400, "bad_data", "invalid parameter \"time\": Invalid time value for 'time': cannot parse \"x\" to a valid timestamp")]
    [InlineData("/api/v1/query?query=up&timeout=x", 400, "bad_data", "invalid parameter \"timeout\": cannot parse \"x\" to a valid duration")]
    [InlineData("/api/v1/query?query=holt_winters(up[5m],0.5,0.5)", 400, "bad_data", "invalid parameter \"query\": 1:1: parse error: function \"holt_winters\" is not supported by the sandbox's Prometheus")]
    [InlineData("/api/v1/query?query=up%2Bon()up", 422, "execution", "found duplicate series for the match group {} on the right hand-side of the operation: [{__name__=\"up\", job=\"shop\"}, {__name__=\"up\", job=\"a\\\"b\\\\c\"}];many-to-many matching not allowed: matching labels must be unique on one side")]
    [InlineData("/api/v1/query?query=sum_over_time(vector(1)[1h:1s])", 422, "execution", "query processing would load too many samples into memory in query execution")]
    [InlineData("/api/v1/query_range?query=up&end=1&step=1", 400, "bad_data", "invalid parameter \"start\": Invalid time value for 'start': cannot parse \"\" to a valid timestamp")]
    [InlineData("/api/v1/query_range?query=up&start=2&end=1&step=1", 400, "bad_data", "invalid parameter \"end\": end timestamp must not be before start time")]
    [InlineData("/api/v1/query_range?query=up&start=1&end=2&step=0", 400, "bad_data", "invalid parameter \"step\": zero or negative query resolution step widths are not accepted. Try a positive integer")]
    [InlineData("/api/v1/query_range?query=up&start=0&end=11001&step=1", 400, "bad_data", "exceeded maximum resolution of 11,000 points per timeseries. Try decreasing the query resolution (?step=XX)")]
    [InlineData("/api/v1/query_range?query=up[5m]&start=1&end=2&step=1", 400, "bad_data", "invalid expression type \"range vector\" for range query, must be Scalar or instant Vector")]
    [InlineData("/api/v1/series", 400, "bad_data", "no match[] parameter provided")]
    [InlineData("/api/v1/series?match[]=sum(up)", 400, "bad_data", "1:4: parse error: unexpected \"(\"")]
    [InlineData("/api/v1/label/1x/values", 400, "bad_data", "invalid label name: \"1x\"")]
    [InlineData("/api/v1/rules?type=x", 400, "bad_data", "invalid parameter \"type\": not supported value \"x\"")]
    [InlineData("/api/v1/targets", 400, "bad_data", "/api/v1/targets is not supported by the sandbox's Prometheus")]
    public async Task Get_BadRequest_NamesTheProblem(string path, int status, string type, string error)
    {
        using var response = await _server.Client.GetAsync(path, TestContext.Current.CancellationToken);

        var body = System.Text.Json.JsonDocument.Parse(await TextAsync(response)).RootElement;
        Assert.Equal((status, type, error), ((int)response.StatusCode, body.GetProperty("errorType").GetString(), body.GetProperty("error").GetString()));
        Assert.Equal("error", body.GetProperty("status").GetString());
        Assert.Equal("application/json", response.Content.Headers.ContentType?.ToString());
    }

    [Theory]
    [InlineData("/api/v1/query", "query=up{job='shop'}", true)]
    [InlineData("/api/v1/query_range", "query=up&start=900&end=1000&step=10", true)]
    [InlineData("/api/v1/labels", "match[]=up", true)]
    [InlineData("/api/v1/series", "match[]=up", true)]
    [InlineData("/api/v1/label/job/values", "", false)]
    [InlineData("/api/v1/rules", "", false)]
    public async Task Post_OfAForm_AnswersAsGetWherePrometheusTakesForms(string path, string form, bool taken)
    {
        using var content = new StringContent(form, Encoding.UTF8, "application/x-www-form-urlencoded");

        using var posted = await _server.Client.PostAsync(path, content, TestContext.Current.CancellationToken);

        using var got = await _server.Client.GetAsync($"{path}?{form}", TestContext.Current.CancellationToken);
        Assert.Equal(taken ? HttpStatusCode.OK : HttpStatusCode.MethodNotAllowed, posted.StatusCode);
        Assert.Equal(taken ? await TextAsync(got) : "Method Not Allowed\n", await TextAsync(posted));
    }

    [Fact]
    public async Task Get_UnknownPath_IsPlainText404()
    {
        using var response = await _server.Client.GetAsync("/api/v2/query", TestContext.Current.CancellationToken);

        Assert.Equal((HttpStatusCode.NotFound, "404 page not found\n"), (response.StatusCode, await TextAsync(response)));
    }

    [Fact]
    public async Task Get_GzipAccepted_IsCompressed()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/query?query=1");
        request.Headers.Add("Accept-Encoding", "gzip");

        using var response = await _server.Client.SendAsync(request, TestContext.Current.CancellationToken);

        await using var gzip = new GZipStream(await response.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken), CompressionMode.Decompress);
        using var reader = new StreamReader(gzip);
        Assert.Equal("""{"status":"success","data":{"resultType":"scalar","result":[1000,"1"]}}""", await reader.ReadToEndAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Rules_GroupEvaluated_ShowsItsRulesAndTheirHealth()
    {
        var group = new RuleGroup("vitals.yml", "roll-up", TimeSpan.FromHours(1), [new("up:sum", "sum(up)", LabelSet.Of(("tier", "1h"))), new("up:twice", "up + on() up")]);
        _server.Backend.Rules.Set(group);
        _server.Backend.RuleEvaluator.Evaluate(group, Now, TestContext.Current.CancellationToken);

        var answer = await PrometheusAnswer.GetAsync(_server.Client, "/api/v1/rules", [], TestContext.Current.CancellationToken);

        var shown = answer.Body.GetProperty("data").GetProperty("groups")[0];
        var (sum, twice) = (shown.GetProperty("rules")[0], shown.GetProperty("rules")[1]);
        Assert.Equal(("roll-up", "vitals.yml", 3600), (shown.GetProperty("name").GetString(), shown.GetProperty("file").GetString(), shown.GetProperty("interval").GetDouble()));
        Assert.Equal(("up:sum", "sum(up)", "ok", "recording"), (Text(sum, "name"), Text(sum, "query"), Text(sum, "health"), Text(sum, "type")));
        Assert.Equal("1970-01-01T00:16:40Z", Text(sum, "lastEvaluation"));
        Assert.Equal("1h", sum.GetProperty("labels").GetProperty("tier").GetString());
        Assert.Equal("err", Text(twice, "health"));
        Assert.StartsWith("found duplicate series for the match group", Text(twice, "lastError"));
    }

    private static string? Text(System.Text.Json.JsonElement element, string name) => element.GetProperty(name).GetString();

    private static Task<string> TextAsync(HttpResponseMessage response) => response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

    /// <summary>Samples of 1 to 10, ten seconds apart, the last one now.</summary>
    private void Append(params (string, string)[] labels)
    {
        for (var i = 1; i <= 10; i++) _server.Backend.Store.Append(LabelSet.Of(labels), (900 + (i * 10)) * 1_000, i);
    }
}
