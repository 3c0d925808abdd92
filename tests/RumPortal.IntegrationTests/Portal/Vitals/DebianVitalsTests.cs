using System.Text.Json;
using RumPortal.IntegrationTests.Clients;

namespace RumPortal.IntegrationTests.Portal.Vitals;

/// <summary>Debian's Prometheus with the recorded metrics and the sandbox's give the portal the same answers, to the last character.</summary>
[Collection(nameof(DebianPrometheus))]
public sealed class DebianVitalsTests(DebianPrometheus debian, VitalsPortals portals) : IClassFixture<VitalsPortals>
{
    [Theory]
    [InlineData("vitals?" + VitalsPortals.Range)]
    [InlineData("vitals?app=shop-web&by=app_version&by=browser_name&by=browser_os&" + VitalsPortals.Range)]
    [InlineData("vitals?app=shop-web&by=app_version&filter=browser_name:Arc&filter=!browser_os:Linux&percentile=0.95&" + VitalsPortals.Range)]
    [InlineData("vitals?by=app_name&by=app_environment&filter=~browser_name:saf&from=2026-11-20T01:02:03Z&to=2026-11-20T04:05:06Z")]
    [InlineData("vitals?app=shop-web&from=2026-11-19T00:00:00Z&to=2026-11-20T06:00:00Z")]
    [InlineData("vitals?app=nobody&" + VitalsPortals.Range)]
    [InlineData("vitals/series?app=shop-web&" + VitalsPortals.Range)]
    [InlineData("vitals/series?app=docs-site&filter=browser_name:Chrome&from=2026-11-19T22:00:00Z&to=2026-11-20T06:00:00Z")]
    public async Task Answer_OverARealPrometheus_IsThatOverTheSandbox(string question)
    {
        await using var portal = await portals.StartAsync(portals.Loki, debian.Url);

        var real = await VitalsPortals.GetAsync(portal, $"/api/v1/{question}");
        var sandbox = await VitalsPortals.GetAsync(portals.Both, $"/api/v1/{question}");

        Assert.Equal(Text(sandbox), Text(real));
        Assert.Empty(portal.Faults);
    }

    private static string Text(JsonElement document) => JsonSerializer.Serialize(document, Indented);

    private static JsonSerializerOptions Indented { get; } = new() { WriteIndented = true };
}
