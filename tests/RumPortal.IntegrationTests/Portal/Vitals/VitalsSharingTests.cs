namespace RumPortal.IntegrationTests.Portal.Vitals;

/// <summary>Who looks at the same numbers at the same time costs nothing more.</summary>
public sealed class VitalsSharingTests(VitalsPortals portals) : IClassFixture<VitalsPortals>
{
    private const int Viewers = 50;

    [Theory]
    [InlineData("/api/v1/vitals?app=shop-web&by=app_version&by=browser_name&by=browser_os&" + VitalsPortals.Range)]
    [InlineData("/api/v1/vitals?app=shop-web&by=page_id&" + VitalsPortals.Range)]
    [InlineData("/api/v1/vitals/series?app=shop-web&" + VitalsPortals.Range)]
    [InlineData("/api/v1/vitals/series?app=shop-web&from=2026-11-19T00:00:00Z&to=2026-11-20T06:00:00Z")]
    public async Task Viewers_OfTheSameQuestion_CostWhatOneDoes(string path)
    {
        var one = await CostAsync(path, 1);
        var many = await CostAsync(path, Viewers);

        Assert.True(one > 0);
        Assert.True(many <= one * 1.1, $"{Viewers} viewers cost {many} queries, one costs {one}.");
    }

    private async Task<int> CostAsync(string path, int viewers)
    {
        await using var loki = await CountingProxy.StartAsync(portals.Loki);
        await using var prometheus = await CountingProxy.StartAsync(portals.Prometheus);
        await using var portal = await portals.StartAsync(loki.Url, prometheus.Url);

        var answers = await Task.WhenAll(Enumerable.Range(0, viewers).Select(_ => VitalsPortals.GetAsync(portal, path)));

        Assert.Single(answers.Select(answer => answer.GetProperty("vitals").GetRawText()).Distinct());
        Assert.Empty(portal.Faults);
        return loki.Requests + prometheus.Requests;
    }
}
