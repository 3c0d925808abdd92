using System.Globalization;
using System.Net;
using System.Text.Json;
using RumPortal.Clients.Loki;
using RumPortal.Domain.Apps;
using RumPortal.IntegrationTests.Clients;
using RumPortal.Testing.Portals;

namespace RumPortal.IntegrationTests.Portal.Vitals;

/// <summary>Recorded series and lines tell the same, and both what the lines themselves say.</summary>
public sealed class VitalsApiTests(VitalsPortals portals) : IClassFixture<VitalsPortals>
{
    private const string Shop = $"/api/v1/vitals?app=shop-web&{VitalsPortals.Range}";
    private const string ByCell = $"{Shop}&by=app_version&by=browser_name&by=browser_os";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/api/v1/vitals?" + VitalsPortals.Range)]
    [InlineData(Shop)]
    [InlineData(ByCell)]
    [InlineData(Shop + "&by=browser_name&filter=app_version:118&filter=!browser_os:Windows+11")]
    [InlineData("/api/v1/vitals?by=app_name&filter=~browser_name:saf&percentile=0.95&" + VitalsPortals.Range)]
    public async Task Counts_FromRecordedSeries_AreThoseOfTheLines(string path)
    {
        var recorded = await VitalsPortals.GetAsync(portals.Both, path);
        var counted = await VitalsPortals.GetAsync(portals.LinesAlone, path);

        Assert.Equal(("prometheus", "loki"), (VitalsDocuments.Source(recorded), VitalsDocuments.Source(counted)));
        Assert.Equal((true, true), (VitalsDocuments.IsComplete(recorded), VitalsDocuments.IsComplete(counted)));
        Assert.Equal(VitalsDocuments.Counts(counted), VitalsDocuments.Counts(recorded));
        Assert.NotEmpty(VitalsDocuments.Counts(recorded));
        Assert.Empty(portals.Both.Faults);
    }

    [Fact]
    public async Task Counts_OfAnApp_AreItsReports()
    {
        var document = await VitalsPortals.GetAsync(portals.Both, Shop);

        Assert.Equal([("lcp", 525.0), ("inp", 525), ("cls", 381), ("fcp", 525), ("ttfb", 525)],
            document.GetProperty("vitals").EnumerateArray().Select(vital => (vital.GetProperty("name").GetString(), vital.GetProperty("count").GetDouble())));
        Assert.All(document.GetProperty("vitals").EnumerateArray(), vital => Assert.Equal(
            vital.GetProperty("count").GetDouble(), vital.GetProperty("buckets").EnumerateArray().Sum(bucket => bucket.GetProperty("count").GetDouble())));
    }

    [Theory]
    [InlineData("lcp", 0.75)]
    [InlineData("inp", 0.75)]
    [InlineData("cls", 0.75)]
    [InlineData("fcp", 0.5)]
    [InlineData("ttfb", 0.95)]
    public async Task Percentile_FromEitherSource_LiesInTheBucketOfTheExactOne(string vital, double percentile)
    {
        await using var clients = new LokiClients(portals.Loki);
        var selection = new VitalSelection(new FaroScope(StreamLabelNames.Default, ["shop-web"]));
        var answer = await clients.Loki.QueryAsync(VitalQueries.Quantile(selection, vital, percentile, KitDensity.Range.Duration), KitDensity.Range.To, Cancellation);
        var exact = Assert.Single(Assert.Single(answer.Series).Samples).Value;
        var path = Shop + "&percentile=" + percentile.ToString(CultureInfo.InvariantCulture);

        foreach (var portal in new[] { portals.Both, portals.LinesAlone })
        {
            var measured = VitalsDocuments.Vital(await VitalsPortals.GetAsync(portal, path), vital);
            Assert.InRange(exact, VitalsDocuments.Number(measured, "lower") ?? double.NaN, VitalsDocuments.Number(measured, "upper") ?? double.PositiveInfinity);
        }
    }

    [Fact]
    public async Task Cells_OfTheBadRelease_AreWorstInArcOnMac()
    {
        foreach (var portal in new[] { portals.Both, portals.LinesAlone })
        {
            var document = await VitalsPortals.GetAsync(portal, ByCell);

            var worst = document.GetProperty("groups").EnumerateArray().MaxBy(group => VitalsDocuments.Number(VitalsDocuments.Vital(group, "lcp"), "value") ?? 0);
            Assert.Equal("118/Arc/Mac OS 14.5", VitalsDocuments.Labels(worst));
            Assert.Equal("poor", VitalsDocuments.Vital(worst, "lcp")?.GetProperty("rating").GetString());
        }
    }

    [Theory]
    [InlineData("vitals?app=shop-web&environment=staging&by=app_environment&" + VitalsPortals.Range)]
    [InlineData("vitals?app=shop-web&from=2026-11-19T00:00:00Z&to=2026-11-20T06:00:00Z")]
    [InlineData("vitals?app=shop-web&from=now-24h")]
    public async Task Counts_OfBothSourcesTogether_HaveNoneTwice(string question)
    {
        var mixed = await VitalsPortals.GetAsync(portals.Both, $"/api/v1/{question}");
        var counted = await VitalsPortals.GetAsync(portals.LinesAlone, $"/api/v1/{question}");

        Assert.Equal(("mixed", true), (VitalsDocuments.Source(mixed), VitalsDocuments.IsComplete(mixed)));
        Assert.Equal(VitalsDocuments.Counts(counted), VitalsDocuments.Counts(mixed));
    }

    [Fact]
    public async Task Series_OfBothSources_HaveNoneTwice()
    {
        const string Path = "/api/v1/vitals/series?app=shop-web&from=2026-11-18T00:00:00Z&to=2026-11-20T06:00:00Z";

        var mixed = await VitalsPortals.GetAsync(portals.Both, Path);

        Assert.Equal(("mixed", 1800.0), (VitalsDocuments.Source(mixed), mixed.GetProperty("stepSeconds").GetDouble()));
        Assert.Equal(525, VitalsDocuments.Vital(mixed, "lcp")?.GetProperty("points").EnumerateArray().Sum(point => point.GetProperty("count").GetDouble()));
    }

    [Fact]
    public async Task Series_FromEitherSource_AddUpToTheWhole()
    {
        foreach (var (portal, source) in new[] { (portals.Both, "prometheus"), (portals.LinesAlone, "loki") })
        {
            var whole = await VitalsPortals.GetAsync(portal, Shop);
            var series = await VitalsPortals.GetAsync(portal, Shop.Replace("/vitals?", "/vitals/series?", StringComparison.Ordinal));

            Assert.Equal((source, true, 300.0), (VitalsDocuments.Source(series), VitalsDocuments.IsComplete(series), series.GetProperty("stepSeconds").GetDouble()));
            foreach (var vital in series.GetProperty("vitals").EnumerateArray())
            {
                var points = vital.GetProperty("points").EnumerateArray().ToList();
                Assert.Equal(VitalsDocuments.Number(VitalsDocuments.Vital(whole, vital.GetProperty("name").GetString()!), "count"), points.Sum(point => point.GetProperty("count").GetDouble()));
                var times = points.Select(point => point.GetProperty("time").GetDateTimeOffset()).ToList();
                Assert.Equal(times.Distinct().Order(), times);
                Assert.All(times, time => Assert.Equal(0, time.UtcTicks % TimeSpan.FromMinutes(5).Ticks));
            }
            Assert.Equal(5, series.GetProperty("vitals").GetArrayLength());
        }
    }

    [Fact]
    public async Task Csv_OfGroups_HasTheNumbersOfTheDocument()
    {
        var document = await VitalsPortals.GetAsync(portals.Both, $"{Shop}&by=browser_name");
        using var response = await portals.Both.Http.GetAsync($"{Shop}&by=browser_name&format=csv", Cancellation);

        var lines = (await response.Content.ReadAsStringAsync(Cancellation)).Split("\r\n");
        Assert.Equal("text/csv; charset=utf-8", response.Content.Headers.ContentType?.ToString());
        Assert.Equal("browser_name,vital,p75,rating,samples,good,needs_improvement,poor", lines[0]);
        var expected =
            from slice in document.GetProperty("groups").EnumerateArray()
            from vital in slice.GetProperty("vitals").EnumerateArray()
            select string.Create(CultureInfo.InvariantCulture, $"{VitalsDocuments.Labels(slice)},{vital.GetProperty("name")},{vital.GetProperty("value").GetDouble():0.####},{vital.GetProperty("rating")},{vital.GetProperty("count")},{vital.GetProperty("good")},{vital.GetProperty("needsImprovement")},{vital.GetProperty("poor")}");
        Assert.Equal(expected, lines[1..^1]);
        Assert.Equal("", lines[^1]);
    }

    [Theory]
    [InlineData("by=page_id", "page_id")]
    [InlineData("by=browser_mobile", "browser_mobile")]
    [InlineData("by=app_version&filter=browser_mobile:true", "browser_mobile")]
    public async Task Groups_ByAKeyThatIsNotRecorded_AreCountedFromLinesWithANote(string question, string key)
    {
        var document = await VitalsPortals.GetAsync(portals.Both, $"{Shop}&{question}");

        Assert.Equal(("loki", true), (VitalsDocuments.Source(document), VitalsDocuments.IsComplete(document)));
        Assert.Contains($"{key} is not recorded, so the numbers were counted from the lines in Loki.", VitalsDocuments.Notes(document));
        Assert.True(document.GetProperty("groups").GetArrayLength() > 1);
    }

    [Fact]
    public async Task Answer_OfARangeLongBeforeTheRecordings_SaysSinceWhen()
    {
        var document = await VitalsPortals.GetAsync(portals.Both, "/api/v1/vitals?app=shop-web&from=2026-11-19T00:00:00Z&to=2026-11-20T06:00:00Z");

        Assert.Equal("mixed", VitalsDocuments.Source(document));
        Assert.Equal(525, VitalsDocuments.Number(VitalsDocuments.Vital(document, "lcp"), "count"));
        Assert.Contains(VitalsDocuments.Notes(document), note => note!.StartsWith("Recorded since 2026-11-19 23:5", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Answer_ToATeam_IsOfItsAppsAlone()
    {
        var own = await AskAsync(PortalSetup.DocumentationTeam, $"/api/v1/vitals?by=app_name&{VitalsPortals.Range}");
        var others = await AskAsync(PortalSetup.DocumentationTeam, Shop);
        var othersSeries = await AskAsync(PortalSetup.DocumentationTeam, Shop.Replace("/vitals?", "/vitals/series?", StringComparison.Ordinal));
        var none = await AskAsync(null, $"/api/v1/vitals?by=app_name&{VitalsPortals.Range}");

        Assert.Equal(["docs-site"], own.Body.GetProperty("groups").EnumerateArray().Select(VitalsDocuments.Labels));
        Assert.Equal(133, VitalsDocuments.Number(VitalsDocuments.Vital(own.Body, "lcp"), "count"));
        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound), (others.Status, othersSeries.Status));
        Assert.DoesNotContain("525", others.Body.GetRawText(), StringComparison.Ordinal);
        Assert.Equal((HttpStatusCode.OK, 0), (none.Status, none.Body.GetProperty("vitals").GetArrayLength()));
    }

    private async Task<(HttpStatusCode Status, JsonElement Body)> AskAsync(string? team, string path)
    {
        using var request = RunningPortal.As(ViewerRole.Viewer, team, path);
        using var response = await portals.Both.Http.SendAsync(request, Cancellation);
        return (response.StatusCode, JsonDocument.Parse(await response.Content.ReadAsStringAsync(Cancellation)).RootElement);
    }
}
