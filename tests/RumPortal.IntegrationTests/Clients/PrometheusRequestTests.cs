using System.Text;
using Microsoft.AspNetCore.Http;
using RumPortal.Clients.Loki;
using RumPortal.Clients.Prometheus;
using RumPortal.Clients.Prometheus.PromQl;
using RumPortal.Clients.Querying;
using RumPortal.Domain.Querying;

namespace RumPortal.IntegrationTests.Clients;

/// <summary>What the client sends, seen from the other end of the wire.</summary>
public sealed class PrometheusRequestTests
{
    private static readonly SeriesSelector Up = new("up", LabelMatcher.Is("job", "a&b=c"));

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Request_ForNumbers_IsAFormBelowThePrefix()
    {
        await using var server = await StubServer.StartAsync(200, """
            {"status":"success","data":{"resultType":"vector","result":[{"metric":{"vital":"lcp"},"value":[1795154400.25,"7"]}],"stats":{"samples":{"totalQueryableSamples":99}}},
             "warnings":["results truncated due to limit"],"infos":["PromQL info: x"]}
            """);
        await using var clients = new PrometheusClients(new Uri(server.Url, "mimir/prometheus/"), null, ("Tenant", "team-a"), ("Username", "portal"), ("Password", "größe"));

        var answer = await clients.Prometheus.QueryAsync(new PromQuery.Latest(Up), KitDensity.Range.To.AddMilliseconds(250), Cancellation);

        var request = server.Requests.Single();
        Assert.Equal(("POST", "/mimir/prometheus/api/v1/query"), (request.Method, request.Path));
        Assert.Equal(new Dictionary<string, string> { ["query"] = """up{job="a&b=c"}""", ["time"] = "1795154400.25", ["stats"] = "true" }, request.Parameters);
        Assert.Equal("team-a", request.Headers["X-Scope-OrgID"]);
        Assert.Equal("Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes("portal:größe")), request.Headers["Authorization"]);
        Assert.Equal("gzip", request.Headers["Accept-Encoding"]);
        Assert.Equal((7, 99L, Completeness.Cut), (answer.Series.Single().Sum(), answer.Samples, answer.Completeness));
        Assert.Equal(["results truncated due to limit"], answer.Warnings);
        Assert.Equal(["PromQL info: x"], answer.Infos);
        Assert.Equal(("Prometheus", "PromQL", """up{job="a&b=c"}""", null), (answer.Executed.Backend, answer.Executed.Language, answer.Executed.Text, answer.Executed.Range));
    }

    [Fact]
    public async Task Requests_ForOtherThings_CarryTheirParameters()
    {
        await using var server = await StubServer.StartAsync(context =>
        {
            context.Response.ContentType = "application/json";
            return context.Response.WriteAsync(context.Request.Path.Value switch
            {
                "/api/v1/query_range" => """{"status":"success","data":{"resultType":"matrix","result":[]}}""",
                "/api/v1/series" => """{"status":"success","data":[{"__name__":"up"}],"warnings":["cut"]}""",
                "/api/v1/rules" => """{"status":"success","data":{"groups":[{"name":"g","rules":[]}]}}""",
                "/api/v1/metadata" => """{"status":"success","data":{}}""",
                "/api/v1/status/buildinfo" => """{"status":"success","data":{"version":"3.1.0"}}""",
                _ => """{"status":"success","data":["x"]}""",
            });
        });
        await using var clients = new PrometheusClients(server.Url, null, ("BearerToken", "secret"));
        var prometheus = clients.Prometheus;

        Assert.Empty((await prometheus.QueryRangeAsync(new PromQuery.Scalar(1), StepGrid.Cover(KitDensity.Range, TimeSpan.FromMilliseconds(90_500)), Cancellation)).Series);
        Assert.Equal(["x"], (await prometheus.LabelsAsync(KitDensity.Range, [], Cancellation)).Items);
        Assert.Equal(["x"], (await prometheus.LabelValuesAsync("job", KitDensity.Range, [Up], Cancellation)).Items);
        var series = await prometheus.SeriesAsync(KitDensity.Range, [Up], Cancellation);
        Assert.Equal((1, Completeness.Cut), (series.Items.Length, series.Completeness));
        Assert.Equal("g", (await prometheus.RulesAsync(Cancellation)).Single().Name);
        Assert.Empty(await prometheus.MetadataAsync(null, Cancellation));
        Assert.Empty(await prometheus.MetadataAsync("up", Cancellation));
        Assert.Equal(new BuildInfo("3.1.0", ""), await prometheus.BuildInfoAsync(Cancellation));
        await prometheus.CheckReadyAsync(Cancellation);
        await Assert.ThrowsAsync<ArgumentException>(() => prometheus.SeriesAsync(KitDensity.Range, [], Cancellation));

        Assert.Equal(
            [
                "POST /api/v1/query_range end=1795154470.5 query=1 start=1795132750.5 stats=true step=90.5",
                "POST /api/v1/labels end=1795154400 start=1795132800",
                "GET /api/v1/label/job/values end=1795154400 match[]=up{job=\"a&b=c\"} start=1795132800",
                "POST /api/v1/series end=1795154400 match[]=up{job=\"a&b=c\"} start=1795132800",
                "GET /api/v1/rules ",
                "GET /api/v1/metadata ",
                "GET /api/v1/metadata metric=up",
                "GET /api/v1/status/buildinfo ",
                "GET /-/ready ",
            ],
            server.Requests.Select(request => $"{request.Method} {request.Path} {string.Join(' ', request.Parameters.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => $"{pair.Key}={pair.Value}"))}"));
        Assert.All(server.Requests, request => Assert.Equal("Bearer secret", request.Headers["Authorization"]));
    }

    [Fact]
    public async Task Index_OfEveryTier_IsReadInThreeCalls()
    {
        await using var server = await StubServer.StartAsync(200, """{"status":"success","data":[]}""");
        await using var clients = new PrometheusClients(server.Url);

        var index = await clients.Recorded.ReadIndexAsync(new FaroScope(StreamLabelNames.Default, ["shop-web"]), KitDensity.Range, Cancellation);

        Assert.Empty(index.Sets);
        string[] selectors = [.. RecordedTier.All.Select(tier => $"{tier.Metric}{{app_name=\"shop-web\"}}")];
        Assert.Equal(
            ["/api/v1/label/__name__/values", "/api/v1/label/dimensions/values", "/api/v1/labels"],
            server.Requests.Select(request => request.Path).Order(StringComparer.Ordinal));
        Assert.Equal(string.Join(',', selectors), server.Requests.Single(request => request.Path.Contains("__name__", StringComparison.Ordinal)).Parameters["match[]"]);
        Assert.Equal(
            string.Join(',', selectors.Select(selector => selector.Replace("}", ", dimensions=\"\"}", StringComparison.Ordinal))),
            server.Requests.Single(request => request.Method == "POST").Parameters["match[]"]);
    }
}
