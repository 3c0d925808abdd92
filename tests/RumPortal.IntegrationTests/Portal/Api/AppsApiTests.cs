using System.Text.Json;
using RumPortal.Domain.Apps;
using RumPortal.Testing.Portals;

namespace RumPortal.IntegrationTests.Portal.Api;

public sealed class AppsApiTests(RecordedPortal recorded) : IClassFixture<RecordedPortal>
{
    [Fact]
    public async Task List_ByAdmin_HasEveryAppInEachEnvironmentWithItsTeams()
    {
        var body = await recorded.GetAsync("/api/v1/apps?from=now-6h");

        Assert.Equal(
            [
                "admin-console production Console", "docs-site production Documentation", "shop-web production Storefront",
                "shop-web staging Storefront",
            ],
            body.GetProperty("items").EnumerateArray().Select(Text));
        Assert.True(body.GetProperty("complete").GetBoolean());
        Assert.Equal(JsonValueKind.Null, body.GetProperty("next").ValueKind);
    }

    [Fact]
    public async Task List_Range_LastSeenIsTheNewestLineInIt()
    {
        var body = await recorded.GetAsync("/api/v1/apps?from=2026-11-20T00:00:00Z&to=2026-11-20T02:00:00Z&environment=production");

        var shop = body.GetProperty("items").EnumerateArray().Single(app => app.GetProperty("name").GetString() == "shop-web");
        var seen = shop.GetProperty("lastSeen").GetDateTimeOffset();
        var newest = RecordedSessions.Ids.SelectMany(RecordedSessions.LinesOf)
            .Where(line => line.Meta is { AppName: "shop-web", AppEnvironment: "production" })
            .Where(line => line.ArrivalTime < DateTimeOffset.Parse("2026-11-20T02:00:00Z", null))
            .Max(line => line.ArrivalTime);
        Assert.Equal(newest, seen);
    }

    [Fact]
    public async Task List_ByATeam_HasItsOwnAppsOnly()
    {
        var (_, body) = await recorded.AskAsync("/api/v1/apps?from=now-6h", ViewerRole.Viewer, PortalSetup.DocumentationTeam);

        Assert.Equal(["docs-site production Documentation"], body.GetProperty("items").EnumerateArray().Select(Text));
    }

    [Fact]
    public async Task List_RangeBeforeAllLines_StillNamesTheAppsOfTheTeam()
    {
        const string Silent = "/api/v1/apps?from=2026-11-01&to=2026-11-02";
        var (_, body) = await recorded.AskAsync(Silent, ViewerRole.Viewer, PortalSetup.DocumentationTeam);

        var app = Assert.Single(body.GetProperty("items").EnumerateArray());
        Assert.Equal(("docs-site", JsonValueKind.Null), (app.GetProperty("name").GetString(), app.GetProperty("lastSeen").ValueKind));
    }

    [Fact]
    public async Task List_ByAViewerWithoutATeam_IsEmpty()
    {
        var (_, body) = await recorded.AskAsync("/api/v1/apps?from=now-6h", ViewerRole.Viewer, null);

        Assert.Empty(body.GetProperty("items").EnumerateArray());
    }

    private static string Text(JsonElement app) =>
        string.Join(' ', app.GetProperty("name"), app.GetProperty("environment"), string.Join(",", app.GetProperty("teams").EnumerateArray()));
}
