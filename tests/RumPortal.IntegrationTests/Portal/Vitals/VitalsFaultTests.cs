using System.Globalization;
using System.Net;
using RumPortal.IntegrationTests.Portal.Faults;
using RumPortal.Sandbox.Prometheus.OpenMetrics;
using RumPortal.Testing.Prometheus;

namespace RumPortal.IntegrationTests.Portal.Vitals;

/// <summary>A backend fails: the other one answers where it can, and the answer says so.</summary>
public sealed class VitalsFaultTests(VitalsPortals portals) : IClassFixture<VitalsPortals>, IAsyncLifetime
{
    private const string Path = $"/api/v1/vitals?app=shop-web&by=app_version&{VitalsPortals.Range}";
    private const string ByPage = $"/api/v1/vitals?app=shop-web&by=page_id&{VitalsPortals.Range}";
    private const string Heavy = """{"pathPrefix": "/loki/api/v1/index/stats", "contentType": "application/json", "body": "{\"streams\":3,\"chunks\":9,\"bytes\":1073741824,\"entries\":9000000}"}""";

    private readonly LokiFaultSwitch _loki = new(portals.Loki);
    private readonly LokiFaultSwitch _prometheus = new(portals.Prometheus);

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        await _loki.HealAsync();
        await _prometheus.HealAsync();
        _loki.Dispose();
        _prometheus.Dispose();
    }

    [Theory]
    [InlineData("""{"status": 500, "body": "panic, password=hunter2"}""", "Prometheus failed with status 500.")]
    [InlineData("""{"status": 200, "body": "<html>sign in, password=hunter2</html>", "contentType": "text/html"}""", "Prometheus sent an answer that cannot be read.")]
    [InlineData("""{"dropConnection": true}""", "Prometheus cannot be reached.")]
    [InlineData("""{"latencyMs": 600000}""", "Prometheus did not answer within 1 s.")]
    public async Task Answer_WhilePrometheusFails_IsCountedFromLinesWithAWord(string behaviour, string word)
    {
        TimeSpan? timeout = behaviour.Contains("latency", StringComparison.Ordinal) ? TimeSpan.FromSeconds(1) : null;
        await using var portal = await portals.StartAsync(portals.Loki, portals.Prometheus, timeout);
        await _prometheus.BreakAsync(behaviour);

        var answer = await VitalsPortals.GetAsync(portal, Path);

        Assert.Equal(("loki", true), (VitalsDocuments.Source(answer), VitalsDocuments.IsComplete(answer)));
        Assert.Contains($"{word} The numbers were counted from the lines in Loki instead.", VitalsDocuments.Notes(answer));
        Assert.Equal(VitalsDocuments.Counts(await VitalsPortals.GetAsync(portals.LinesAlone, Path)), VitalsDocuments.Counts(answer));
        Assert.DoesNotContain("hunter2", answer.GetRawText(), StringComparison.Ordinal);
        Assert.Empty(portal.Faults);
    }

    [Fact]
    public async Task Answer_WhenPrometheusBreaksLater_IsCountedFromLinesAtOnce()
    {
        await using var portal = await portals.StartAsync(portals.Loki, portals.Prometheus);
        Assert.Equal("prometheus", VitalsDocuments.Source(await VitalsPortals.GetAsync(portal, Path)));
        await _prometheus.BreakAsync("""{"status": 500}""");

        // What is recorded is remembered; the numbers of this question are not.
        var answer = await VitalsPortals.GetAsync(portal, Path + "&filter=app_version:118");

        Assert.Equal("loki", VitalsDocuments.Source(answer));
        Assert.Contains("Prometheus failed with status 500. The numbers were counted from the lines in Loki instead.", VitalsDocuments.Notes(answer));
    }

    [Fact]
    public async Task Answer_WhileBothFail_NamesTheBackend()
    {
        await using var portal = await portals.StartAsync(portals.Loki, portals.Prometheus);
        await _prometheus.BreakAsync("""{"status": 500}""");
        await _loki.BreakAsync("""{"status": 500, "body": "password=hunter2"}""");

        var answer = await ApiAnswer.OfAsync(portal, Path);

        Assert.Equal((HttpStatusCode.BadGateway, "application/problem+json"), (answer.Status, answer.ContentType));
        Assert.Equal(("Loki gave no usable answer.", "Loki failed with status 500.", "Loki"), (answer.Text("title"), answer.Text("detail"), answer.Text("backend")));
        Assert.DoesNotContain("hunter2", answer.Body.GetRawText(), StringComparison.Ordinal);
        Assert.Empty(portal.Faults);
    }

    [Fact]
    public async Task Answer_WhileLokiFails_IsThatOfRecordedSeries()
    {
        await using var portal = await portals.StartAsync(portals.Loki, portals.Prometheus);
        await _loki.BreakAsync("""{"status": 500}""");

        var whole = await VitalsPortals.GetAsync(portal, Path);
        var part = await VitalsPortals.GetAsync(portal, "/api/v1/vitals?app=shop-web&from=2026-11-19T00:00:00Z&to=2026-11-20T06:00:00Z");

        Assert.Equal(("prometheus", true), (VitalsDocuments.Source(whole), VitalsDocuments.IsComplete(whole)));
        Assert.Equal(("mixed", false), (VitalsDocuments.Source(part), VitalsDocuments.IsComplete(part)));
        Assert.Contains("Loki failed with status 500. What was not recorded is missing.", VitalsDocuments.Notes(part));
        Assert.Equal(525, VitalsDocuments.Number(VitalsDocuments.Vital(part, "lcp"), "count"));
        Assert.Empty(portal.Faults);
    }

    [Fact]
    public async Task Groups_BeyondLokisSeriesLimit_AreRefusedWithAdvice()
    {
        await using var portal = await portals.StartAsync(portals.Loki, portals.Prometheus);
        await _loki.BreakAsync("""{"pathPrefix": "/loki/api/v1/query", "status": 400, "body": "maximum number of series (500) reached for a single query"}""");

        var answer = await ApiAnswer.OfAsync(portal, $"/api/v1/vitals?by=context_id&{VitalsPortals.Range}");

        Assert.Equal((HttpStatusCode.UnprocessableEntity, "TooManySeries"), (answer.Status, answer.Text("fault")));
        Assert.Equal("The answer would have more series than Loki allows. Group by fewer keys or narrow the filters.", answer.Text("detail"));
    }

    [Theory]
    [InlineData(ByPage)]
    [InlineData("/api/v1/vitals/series?app=shop-web&filter=browser_mobile:true&" + VitalsPortals.Range)]
    public async Task Answer_ThatWouldReadManyLines_AsksFirst(string path)
    {
        await using var portal = await portals.StartAsync(portals.Loki, portals.Prometheus);
        await _loki.BreakAsync(Heavy);

        var held = await VitalsPortals.GetAsync(portal, path);
        var allowed = await VitalsPortals.GetAsync(portal, path + "&heavy=allow");
        var misspelt = await VitalsPortals.GetAsync(portal, path + "&heavy=true");

        Assert.Equal((false, 1L << 30), (VitalsDocuments.IsComplete(held), held.GetProperty("unread").GetInt64()));
        Assert.Empty(held.GetProperty("vitals").EnumerateArray());
        Assert.True(VitalsDocuments.IsComplete(allowed));
        Assert.NotEmpty(allowed.GetProperty("vitals").EnumerateArray());
        Assert.False(VitalsDocuments.IsComplete(misspelt));
    }

    [Fact]
    public async Task Answer_OfRecordedSeries_NeverAsks()
    {
        await using var portal = await portals.StartAsync(portals.Loki, portals.Prometheus);
        await _loki.BreakAsync(Heavy);

        var answer = await VitalsPortals.GetAsync(portal, Path);

        Assert.Equal(("prometheus", true), (VitalsDocuments.Source(answer), VitalsDocuments.IsComplete(answer)));
    }

    [Fact]
    public async Task Answer_OfALokiThatCannotEstimate_ReadsTheLines()
    {
        await using var portal = await portals.StartAsync(portals.Loki, portals.Prometheus);
        await _loki.BreakAsync("""{"pathPrefix": "/loki/api/v1/index/stats", "status": 404, "body": "not found"}""");

        Assert.True(VitalsDocuments.IsComplete(await VitalsPortals.GetAsync(portal, ByPage)));
    }

    [Fact]
    public async Task Samples_ThatAreNoCounts_AreLeftOutAndSaid()
    {
        await using var odd = await PrometheusServer.StartAsync();
        await LoadAsync(odd, ("2500", "40"), ("4000", "NaN"), ("+Inf", "+Inf"), ("nonsense", "3"));
        await using var portal = await portals.StartAsync(portals.Loki, odd.Url);

        var answer = await VitalsPortals.GetAsync(portal, $"/api/v1/vitals?app=shop-web&{VitalsPortals.Range}");

        Assert.Equal("prometheus", VitalsDocuments.Source(answer));
        Assert.Equal(["all lcp 40: 40 good, 0 needs improvement, 0 poor"], VitalsDocuments.Counts(answer));
        Assert.Contains("Not counted: 2 rows without a usable count, 1 row without a usable bucket.", VitalsDocuments.Notes(answer));
        Assert.Empty(portal.Faults);
    }

    [Fact]
    public async Task Samples_OfAStaleRuler_AreShownWithTheirAge()
    {
        await using var stale = await PrometheusServer.StartAsync();
        await LoadAsync(stale, ("2500", "40"));
        await using var portal = await portals.StartAsync(portals.Loki, stale.Url);

        var answer = await VitalsPortals.GetAsync(portal, $"/api/v1/vitals?app=shop-web&{VitalsPortals.Range}");

        Assert.Contains("The newest recorded sample is of 2026-11-20 00:05 UTC: nobody came since, or the ruler does not run.", VitalsDocuments.Notes(answer));
    }

    // One sample for each bucket, five minutes after midnight.
    private static async Task LoadAsync(PrometheusServer server, params (string Edge, string Count)[] buckets)
    {
        var time = new DateTimeOffset(2026, 11, 20, 0, 5, 0, TimeSpan.Zero).ToUnixTimeSeconds();
        var lines = buckets.Select(bucket => string.Create(CultureInfo.InvariantCulture, $"rum_vital_density:count5m{{app_name=\"shop-web\",vital=\"lcp\",le=\"{bucket.Edge}\"}} {bucket.Count} {time}"));
        using var text = new StringReader(string.Join('\n', lines) + "\n# EOF\n");
        await foreach (var (labels, stamp, value) in OpenMetricsReader.ReadAsync(text, TestContext.Current.CancellationToken)) server.Backend.Store.Append(labels, stamp, value);
    }
}
