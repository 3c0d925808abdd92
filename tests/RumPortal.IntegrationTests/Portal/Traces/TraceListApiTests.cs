using System.Net;
using System.Text.Json;
using RumPortal.Domain.Apps;
using RumPortal.Testing.Portals;

namespace RumPortal.IntegrationTests.Portal.Traces;

public sealed class TraceListApiTests(RecordedPortal recorded) : IClassFixture<RecordedPortal>
{
    private const string Traces = $"/api/v1/traces?{RecordedPortal.Range}";

    [Fact]
    public async Task Traces_OfAnApp_PageByPage_AreEachListedOnceAndNewestFirst()
    {
        var items = await recorded.GetAllAsync($"{Traces}&app=shop-web");

        Assert.Equal(1057, items.Count);
        Assert.Equal(1057, items.Select(item => item.GetProperty("id").GetString()).Distinct().Count());
        var starts = items.Select(item => item.GetProperty("start").GetDateTimeOffset()).ToList();
        Assert.Equal(starts.OrderDescending(), starts);
        Assert.Equal(745, items.Count(item => item.GetProperty("reachesBackend").GetBoolean()));
        Assert.All(items, item => Assert.Equal("shop-web", item.GetProperty("app").GetString()));
    }

    [Theory]
    [InlineData("app=docs-site&session=bgLhh6XKdR", 10)]
    [InlineData("app=admin-console&status=503", 8)]
    [InlineData("app=admin-console&status=200", 74)]
    [InlineData("app=admin-console&service=cart-api", 56)]
    [InlineData("app=admin-console&service=cart-api&status=error&route=nowhere", 0)]
    [InlineData("app=admin-console&min=86000000", 0)]
    [InlineData("app=admin-console&version=9.1.0-rc.1&route=pay.thirdparty", 2)]
    [InlineData("app=admin-console&q={ resource.service.name = \"traefik\" } | count() > 0", 56)]
    [InlineData("app=admin-console&q={ resource.service.name = \"shop-web\" }", 0)]
    public async Task Traces_UnderAConditon_AreThoseThatTheRecordingHolds(string conditions, int expected)
    {
        var items = await recorded.GetAllAsync($"{Traces}&{conditions.Replace(" ", "%20", StringComparison.Ordinal).Replace("\"", "%22", StringComparison.Ordinal)}");

        Assert.Equal(expected, items.Count);
    }

    [Fact]
    public async Task Traces_OfEveryApp_AreForAdminsThoseOfServicesTooAndForOthersTheirOwn()
    {
        var all = await recorded.GetAllAsync(Traces);
        var (_, own) = await recorded.AskAsync($"{Traces}&session=bgLhh6XKdR", ViewerRole.Viewer, PortalSetup.DocumentationTeam);
        var (_, others) = await recorded.AskAsync($"{Traces}&q=%7B%20resource.service.name%20%3D%20%22shop-web%22%20%7D", ViewerRole.Viewer, PortalSetup.DocumentationTeam);

        Assert.Equal(1584, all.Count);
        Assert.Equal(10, own.GetProperty("items").GetArrayLength());
        Assert.Equal(0, others.GetProperty("items").GetArrayLength());
    }

    [Theory]
    [InlineData("{ } ) || ( { }", "closes nothing that is open")]
    [InlineData("{ resource.service.name = }", "parse error")]
    [InlineData("{ } // x", "cannot hold comments")]
    public async Task TraceQl_ThatCannotBeAsked_IsTheCallersFault(string query, string expected)
    {
        var (status, problem) = await recorded.AskAsync($"{Traces}&app=docs-site&q={Uri.EscapeDataString(query)}", ViewerRole.Viewer, PortalSetup.DocumentationTeam);

        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Contains(expected, problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("status=wrong")]
    [InlineData("min=abc")]
    [InlineData("cursor=abc")]
    [InlineData("cursor=-1")]
    [InlineData("filter=browser_name:Arc")]
    public async Task Parameter_ThatMakesNoSense_IsRefused(string parameter)
    {
        var (status, problem) = await recorded.AskAsync($"{Traces}&app=shop-web&{parameter}");

        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Single(problem.GetProperty("faults").EnumerateArray());
    }

    [Fact]
    public async Task App_OfAnotherTeam_IsNotFound()
    {
        var (status, _) = await recorded.AskAsync($"{Traces}&app=shop-web", ViewerRole.Viewer, PortalSetup.DocumentationTeam);

        Assert.Equal(HttpStatusCode.NotFound, status);
    }

    [Fact]
    public async Task User_OfATrace_IsAPseudonymForThoseWhoMayNotSeeUsers()
    {
        var (_, answer) = await recorded.AskAsync($"{Traces}&session=bgLhh6XKdR", ViewerRole.Viewer, PortalSetup.DocumentationTeam);

        Assert.All(answer.GetProperty("items").EnumerateArray(), item => Assert.Equal(JsonValueKind.Null, item.GetProperty("user").GetProperty("id").ValueKind));
    }
}
