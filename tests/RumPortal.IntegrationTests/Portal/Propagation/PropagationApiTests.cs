using System.Net;
using System.Text.Json;
using RumPortal.Domain.Apps;
using RumPortal.Testing.Portals;

namespace RumPortal.IntegrationTests.Portal.Propagation;

public sealed class PropagationApiTests(PropagationPortals portals) : IClassFixture<PropagationPortals>
{
    private const string Api = "https://api.example.test", Pay = "https://pay.thirdparty.test";

    [Fact]
    public async Task Propagation_OfTheRecordedApps_CountsEachVerdictByOrigin()
    {
        var answer = await PropagationPortals.GetAsync(portals.Portal, PropagationPortals.Range);

        Assert.True(answer.GetProperty("complete").GetBoolean(), answer.GetProperty("cutShort").GetString());
        Assert.Equal(
            new SortedDictionary<string, string>
            {
                [$"admin-console {Api}"] = "linked 56, no-backend-span 13, stripped-or-not-injected 9",
                [$"admin-console {Pay}"] = "third-party 4",
                [$"docs-site {Api}"] = "linked 194, no-backend-span 19, stripped-or-not-injected 36",
                [$"docs-site {Pay}"] = "third-party 25",
                [$"shop-web {Api}"] = "linked 745, no-backend-span 95, stripped-or-not-injected 126",
                [$"shop-web {Pay}"] = "third-party 91",
            },
            new SortedDictionary<string, string>(PropagationPortals.Counts(answer).ToDictionary(
                origin => origin.Key, origin => string.Join(", ", origin.Value.OrderBy(count => count.Key, StringComparer.Ordinal).Select(count => $"{count.Key} {count.Value}")))));
        Assert.Equal((1413, 995), (answer.GetProperty("requests").GetInt32(), answer.GetProperty("linked").GetInt32()));
        Assert.Equal(JsonValueKind.Null, answer.GetProperty("next").ValueKind);
        // Three searches for each app, one for the roots, the proofs, and the lines.
        Assert.InRange(answer.GetProperty("queries").GetArrayLength(), 11, 32);
    }

    [Fact]
    public async Task Propagation_OfAnApp_NamesItsRoutesWithProofAndFix()
    {
        var answer = await PropagationPortals.GetAsync(portals.Portal, $"app=shop-web&{PropagationPortals.Range}");

        var items = answer.GetProperty("items").EnumerateArray().ToList();
        Assert.Equal(["/cart/items", "/login", "/price", "/search"], items.Where(item => item.GetProperty("origin").GetString() == Api).Select(item => item.GetProperty("route").GetString()!).Order());
        Assert.All(items, item => Assert.Equal(item.GetProperty("origin").GetString() == Api ? "stripped-or-not-injected" : "third-party", item.GetProperty("verdict").GetString()));
        var worst = items[0];
        Assert.Equal("broken", worst.GetProperty("state").GetString());
        Assert.Equal(3, worst.GetProperty("proofTraces").GetArrayLength());
        Assert.All(worst.GetProperty("proofTraces").EnumerateArray(), proof => Assert.NotEqual(proof.GetProperty("browser").GetString(), proof.GetProperty("backend").GetString()));
        Assert.Contains(@"/^https:\/\/api\.example\.test\//", worst.GetProperty("fix").GetProperty("snippets")[0].GetProperty("text").GetString(), StringComparison.Ordinal);
        Assert.Equal("always", worst.GetProperty("since").GetString());
        Assert.All(answer.GetProperty("documents").EnumerateArray(), document => Assert.Equal("document-not-linked", document.GetProperty("verdict").GetString()));
    }

    [Fact]
    public async Task Propagation_WithTheListOfTheApp_IsSureThatAHopStrips()
    {
        var counts = PropagationPortals.Counts(await PropagationPortals.GetAsync(portals.Told, PropagationPortals.Range));

        Assert.Equal(126, counts[$"shop-web {Api}"]["stripped"]);
        Assert.Equal(36, counts[$"docs-site {Api}"]["stripped-or-not-injected"]);
    }

    [Fact]
    public async Task Propagation_ByVersion_PartsEachRoute()
    {
        var answer = await PropagationPortals.GetAsync(portals.Portal, $"app=shop-web&by=version&{PropagationPortals.Range}");

        var versions = answer.GetProperty("items").EnumerateArray().ToList();
        Assert.True(versions.Select(item => item.GetProperty("version").GetString()).Distinct().Count() > 1);
        Assert.Equal(1057, versions.Sum(item => item.GetProperty("requests").GetInt32()));
        var one = await PropagationPortals.GetAsync(portals.Portal, $"app=shop-web&version=118&{PropagationPortals.Range}");
        Assert.Equal(versions.Where(item => item.GetProperty("version").GetString() == "118").Sum(item => item.GetProperty("requests").GetInt32()), one.GetProperty("requests").GetInt32());
    }

    [Fact]
    public async Task Propagation_SinceAMoment_ComparesWithBefore()
    {
        var answer = await PropagationPortals.GetAsync(portals.Portal, $"app=shop-web&since=2026-11-20T03:00:00Z&{PropagationPortals.Range}");

        var cart = answer.GetProperty("items").EnumerateArray().First(item => item.GetProperty("route").GetString() == "/cart/items" && item.GetProperty("origin").GetString() == Api);
        Assert.Equal("not-fixed", cart.GetProperty("recheck").GetProperty("state").GetString());
        Assert.True(cart.GetProperty("recheck").GetProperty("requestsBefore").GetInt32() > 30);
        Assert.Equal(1057, answer.GetProperty("items").EnumerateArray().Sum(item => item.GetProperty("requests").GetInt32() + item.GetProperty("recheck").GetProperty("requestsBefore").GetInt32()));
    }

    [Fact]
    public async Task Propagation_OfAnEnvironmentWithoutRequests_IsEmpty()
    {
        var answer = await PropagationPortals.GetAsync(portals.Portal, $"app=shop-web&environment=nowhere&{PropagationPortals.Range}");

        Assert.Equal((0, 0), (answer.GetProperty("requests").GetInt32(), answer.GetProperty("items").GetArrayLength()));
        Assert.Equal(JsonValueKind.Null, answer.GetProperty("linkedRate").ValueKind);
    }

    [Theory]
    [InlineData("by=browser", "by must be route or version.")]
    [InlineData("since=yesterday", "since: 'yesterday' is no time. Use now-6h or 2026-11-23T09:00:00Z.")]
    [InlineData("since=2026-11-19T00:00:00Z", "since must lie between from and to.")]
    [InlineData("filter=browser_name:Arc", "filter: spans cannot be filtered by browser_name:Arc; only app_version:<version> can be answered here.")]
    [InlineData("from=never", "'never' is no time. Use now-6h or 2026-11-23T09:00:00Z.")]
    public async Task Propagation_WithABadParameter_SaysWhatIsWrong(string parameter, string fault)
    {
        var (status, body) = await PropagationPortals.AskAsync(portals.Portal, $"{parameter}&{(parameter.StartsWith("from", StringComparison.Ordinal) ? "" : PropagationPortals.Range)}");

        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Equal([fault], body.GetProperty("faults").EnumerateArray().Select(one => one.GetString()!));
    }

    [Fact]
    public async Task Propagation_ForATeam_ShowsItsAppsAlone()
    {
        var own = await PropagationPortals.GetAsync(portals.Portal, PropagationPortals.Range, ViewerRole.Viewer, PortalSetup.DocumentationTeam);
        var (hidden, _) = await PropagationPortals.AskAsync(portals.Portal, $"app=shop-web&{PropagationPortals.Range}", ViewerRole.Viewer, PortalSetup.DocumentationTeam);

        Assert.Equal(["docs-site"], own.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("app").GetString()!).Distinct());
        Assert.Equal(HttpStatusCode.NotFound, hidden);
    }

    [Fact]
    public async Task Propagation_WithoutATraceStore_SaysWhatToSet()
    {
        await using var portal = await portals.StartAsync(null);

        var (status, body) = await PropagationPortals.AskAsync(portal, $"app=shop-web&{PropagationPortals.Range}");

        Assert.Equal(HttpStatusCode.BadGateway, status);
        Assert.Contains("Backends:Tempo:Url", body.GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Settings_ThatCannotBeMeant_RefuseTheStart()
    {
        var refused = await Assert.ThrowsAsync<RumPortal.Portal.Configuration.InvalidSettingsException>(() => portals.StartAsync(
            null, ("Propagation:Apps:shop-web:InjectedUrls:0", "(["), ("Propagation:Apps:shop-web:OwnHosts:0", "https://x/"), ("Propagation:Apps:docs-site:Urls:0", "x"), ("Propagation:Rules", "x")));

        Assert.Equal(4, refused.Message.Split("Propagation:").Length - 1);
    }
}
