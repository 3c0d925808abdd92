using System.IO.Compression;
using System.Text;
using Microsoft.AspNetCore.Http;
using RumPortal.Clients.Http;
using RumPortal.Clients.Loki;
using RumPortal.Clients.Loki.LogQl;
using RumPortal.Clients.Querying;
using RumPortal.Domain.Querying;

namespace RumPortal.IntegrationTests.Clients;

/// <summary>What the client sends, seen from the other end of the wire.</summary>
public sealed class LokiRequestTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Request_ForLines_CarriesWhatLokiReads()
    {
        await using var server = await StubServer.StartAsync(200, LokiAnswers.WithLines(3));
        await using var clients = new LokiClients(new Uri(server.Url, "gateway/loki"), null, ("Tenant", "team-a|team-b"), ("Username", "portal"), ("Password", "größe"));

        var page = await clients.Loki.ReadPageAsync(LokiAnswers.Lines with { Direction = LogDirection.Forward, PageSize = 10 }, Cancellation);

        var request = server.Requests.Single();
        Assert.Equal(("GET", "/gateway/loki/loki/api/v1/query_range"), (request.Method, request.Path));
        Assert.Equal(
            new Dictionary<string, string>
            {
                ["query"] = """{app_name="shop-web"}""", ["start"] = "1795132800000000000", ["end"] = "1795154400000000000", ["limit"] = "10", ["direction"] = "forward",
            },
            request.Parameters);
        Assert.Equal("team-a|team-b", request.Headers["X-Scope-OrgID"]);
        Assert.Equal("Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes("portal:größe")), request.Headers["Authorization"]);
        Assert.Equal("gzip", request.Headers["Accept-Encoding"]);
        Assert.Equal("categorize-labels", request.Headers["X-Loki-Response-Encoding-Flags"]);
        Assert.Equal("Source=RumPortal,Operation=read-lines", request.Headers["X-Query-Tags"]);
        Assert.Equal(("Loki", "LogQL", """{app_name="shop-web"}""", 7L, 3L), (page.Executed.Backend, page.Executed.Language, page.Executed.Text, page.Executed.Bytes, page.Executed.Lines));
        Assert.Equal(["0", "1", "2"], page.Records.Select(record => record.Text("n")));
    }

    [Fact]
    public async Task Request_WithALongQuery_GoesAsAForm()
    {
        await using var server = await StubServer.StartAsync(200, LokiAnswers.NoLines);
        await using var clients = new LokiClients(server.Url, null, ("BearerToken", "secret"));
        var query = LokiAnswers.Lines.Query.With(LineFilter.Contains(new string('界', 30_000)));

        await clients.Loki.ReadPageAsync(LokiAnswers.Lines with { Query = query }, Cancellation);

        var request = server.Requests.Single();
        Assert.Equal("POST", request.Method);
        Assert.Equal(query.ToString(), request.Parameters["query"]);
        Assert.Equal("Bearer secret", request.Headers["Authorization"]);
    }

    [Fact]
    public async Task Query_BeyondWhatLokiReads_IsNotSent()
    {
        await using var server = await StubServer.StartAsync(200, LokiAnswers.NoLines);
        await using var clients = new LokiClients(server.Url);
        var query = LokiAnswers.Lines.Query.With(LineFilter.Contains(new string('x', 131_072)));

        var failure = await Assert.ThrowsAsync<BackendException>(() => clients.Loki.ReadPageAsync(LokiAnswers.Lines with { Query = query }, Cancellation));

        Assert.Equal(BackendFault.LimitExceeded, failure.Fault);
        Assert.Empty(server.Requests);
    }

    [Fact]
    public async Task Answer_InAnArchive_IsUnpacked()
    {
        await using var server = await StubServer.StartAsync(async context =>
        {
            context.Response.ContentType = "application/json";
            context.Response.Headers.ContentEncoding = "gzip";
            await using var gzip = new GZipStream(context.Response.Body, CompressionLevel.Fastest);
            await gzip.WriteAsync(Encoding.UTF8.GetBytes(LokiAnswers.WithLines(500)));
        });
        await using var clients = new LokiClients(server.Url);

        Assert.Equal(500, (await clients.Loki.ReadPageAsync(LokiAnswers.Lines with { PageSize = 1000 }, Cancellation)).Records.Count);
    }

    [Fact]
    public async Task Requests_ForOtherThings_CarryTheirParameters()
    {
        await using var server = await StubServer.StartAsync(context =>
        {
            context.Response.ContentType = "application/json";
            return context.Response.WriteAsync(context.Request.Path.Value switch
            {
                "/loki/api/v1/index/stats" => """{"streams":12,"chunks":480,"bytes":73400320,"entries":210044}""",
                "/loki/api/v1/index/volume" => """{"status":"success","data":{"resultType":"vector","result":[{"metric":{"app_name":"a"},"value":[1,"5"]},{"metric":{"app_name":"b"},"value":[1,"7"]}]}}""",
                "/loki/api/v1/status/buildinfo" => """{"version":"3.7.6","revision":"65e30f8","goVersion":"go1.25"}""",
                "/loki/api/v1/drilldown-limits" => """{"limits":{"max_entries_limit_per_query":5000}}""",
                "/loki/api/v1/format_query" => """{"status":"success","data":"{a=\"b\"}"}""",
                "/loki/api/v1/series" => """{"status":"success","data":[{"app_name":"a"}]}""",
                "/loki/api/v1/query" => """{"status":"success","data":{"resultType":"vector","result":[{"metric":{},"value":[1795140000,"1427"]}],"stats":{"summary":{"totalBytesProcessed":9}}},"warnings":["slow"]}""",
                "/loki/api/v1/query_range" => """{"status":"success","data":{"resultType":"matrix","result":[]}}""",
                "/prometheus/api/v1/rules" => """{"status":"success","data":{"groups":[{"name":"rum-shop-web","file":"rum","rules":[]}]},"errorType":"","error":""}""",
                "/ready" => "ready",
                _ => """{"status":"success","data":["x"]}""",
            });
        });
        await using var clients = new LokiClients(server.Url);
        var loki = clients.Loki;

        Assert.Equal(["x"], await loki.LabelsAsync(LokiAnswers.Range, LokiAnswers.Selector, Cancellation));
        Assert.Equal(["x"], await loki.LabelValuesAsync("app_name", LokiAnswers.Range, null, Cancellation));
        Assert.Equal([LabelSet.From([new("app_name", "a")])], await loki.SeriesAsync(LokiAnswers.Selector, LokiAnswers.Range, Cancellation));
        Assert.Equal(new IndexStats(12, 480, 73400320, 210044), await loki.IndexStatsAsync(LokiAnswers.Selector, LokiAnswers.Range, Cancellation));
        Assert.Equal(["b 7", "a 5"], (await loki.VolumeAsync(LokiAnswers.Selector, LokiAnswers.Range, ["app_name", "kind"], 50, Cancellation)).Select(volume => $"{volume.Labels["app_name"]} {volume.Bytes}"));
        Assert.Equal(new BuildInfo("3.7.6", "65e30f8"), await loki.BuildInfoAsync(Cancellation));
        Assert.Equal(5000, (await loki.LimitsAsync(Cancellation)).MaxEntriesPerQuery);
        Assert.Equal("""{a="b"}""", await loki.FormatQueryAsync("""{a="b"}""", Cancellation));
        Assert.Equal("rum-shop-web", (await loki.RulesAsync(Cancellation)).Single().Name);
        await loki.CheckReadyAsync(Cancellation);
        var instant = await loki.QueryAsync(LokiAnswers.Count, LokiAnswers.Range.To, Cancellation);
        var range = await loki.QueryRangeAsync(LokiAnswers.Count, StepGrid.Cover(LokiAnswers.Range, TimeSpan.FromMilliseconds(90_500)), Cancellation);

        Assert.Equal((1427, 9, "slow"), (instant.Series.Single().Sum(), instant.Executed.Bytes, instant.Warnings.Single()));
        Assert.Empty(range.Series);
        Assert.Equal(
            [
                "/loki/api/v1/labels end=1795154400000000000 query={app_name=\"shop-web\"} start=1795132800000000000",
                "/loki/api/v1/label/app_name/values end=1795154400000000000 start=1795132800000000000",
                "/loki/api/v1/series end=1795154400000000000 match[]={app_name=\"shop-web\"} start=1795132800000000000",
                "/loki/api/v1/index/stats end=1795154400000000000 query={app_name=\"shop-web\"} start=1795132800000000000",
                "/loki/api/v1/index/volume aggregateBy=series end=1795154400000000000 limit=50 query={app_name=\"shop-web\"} start=1795132800000000000 targetLabels=app_name,kind",
                "/loki/api/v1/status/buildinfo ",
                "/loki/api/v1/drilldown-limits ",
                "/loki/api/v1/format_query query={a=\"b\"}",
                "/prometheus/api/v1/rules ",
                "/ready ",
                "/loki/api/v1/query query=count_over_time({app_name=\"shop-web\"} [1h]) time=1795154400000000000",
                "/loki/api/v1/query_range end=1795154470500000000 query=count_over_time({app_name=\"shop-web\"} [1h]) start=1795132750500000000 step=90.5",
            ],
            server.Requests.Select(request => $"{request.Path} {string.Join(' ', request.Parameters.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => $"{pair.Key}={pair.Value}"))}"));
    }
}
