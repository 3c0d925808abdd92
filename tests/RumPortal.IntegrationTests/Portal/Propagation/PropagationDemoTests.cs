using System.Text.Json;
using RumPortal.Sandbox.Hosting;
using RumPortal.Testing.Portals;

namespace RumPortal.IntegrationTests.Portal.Propagation;

/// <summary>The demo's history breaks traces in every way that the doctor knows; each route gets its own verdict and the healthy ones none.</summary>
public sealed class PropagationDemoTests
{
    private static readonly Dictionary<string, string> Broken = new(StringComparer.Ordinal)
    {
        ["https://api.example.test/cart/items"] = "stripped",
        ["https://search.example.test/suggest"] = "not-injected",
        ["https://reviews.example.test/products/:id/reviews"] = "preflight-refused",
        ["https://api.example.test/shipping/quotes"] = "restarted",
        ["https://legacy.example.test/orders/:id"] = "format-mismatch",
        ["https://api.example.test/recommendations"] = "sampled-out",
        ["https://loyalty.example.test/points"] = "backend-not-instrumented",
        ["https://pay.thirdparty.test/v1/charges"] = "third-party",
    };

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Propagation_OfTheDemo_NamesEachBrokenRouteAndNoHealthyOne()
    {
        await using var sandbox = await SandboxHost.StartAsync(new SandboxOptions { Portal = false, ShopPort = 0, History = TimeSpan.FromHours(8) }, cancellation: Cancellation);
        var setup = new PortalSetup(sandbox.Urls.Loki)
        {
            Tempo = sandbox.Urls.Tempo,
            Timeout = TimeSpan.FromMinutes(2),
            Others = new Dictionary<string, string> { ["Propagation:Apps:shop-web:InjectedUrls:0"] = @"^https://(api|legacy|reviews|loyalty)\.example\.test/" },
        };
        await using var portal = await RunningPortal.StartAsync(setup);
        await HistoryAsync(sandbox);

        // The live shop calls addresses of the loopback; the history stands on its own.
        var to = TimeProvider.System.GetUtcNow().AddMinutes(-10);
        var answer = await PropagationPortals.GetAsync(portal, $"app=shop-web&from={to.AddHours(-7):yyyy-MM-ddTHH:mm:ssZ}&to={to:yyyy-MM-ddTHH:mm:ssZ}");

        var items = answer.GetProperty("items").EnumerateArray().Select(item => (Where: $"{item.GetProperty("origin").GetString()}{item.GetProperty("route").GetString()}", Verdict: item.GetProperty("verdict").GetString())).ToList();
        Assert.Equal(Broken.OrderBy(one => one.Key), items.Where(item => item.Verdict != "linked").Select(item => KeyValuePair.Create(item.Where, item.Verdict)).OrderBy(one => one.Key)!);
        Assert.True(items.Count(item => item.Verdict == "linked") >= 5);
        Assert.Equal(["/orders/:id"], answer.GetProperty("documents").EnumerateArray().Where(document => document.GetProperty("verdict").GetString() != "linked").Select(document => document.GetProperty("route").GetString()!));
    }

    // The history comes as browsers send it, so it is there when the store has stopped growing.
    private static async Task HistoryAsync(SandboxHost sandbox)
    {
        using var http = new HttpClient(new SocketsHttpHandler());
        var now = TimeProvider.System.GetUtcNow().ToUnixTimeSeconds();
        var query = new Uri(sandbox.Urls.Tempo, $"api/search?limit=50000&spss=1&start={now - 36_000}&end={now - 600}&q={Uri.EscapeDataString("{ kind = client && resource.service.name = \"shop-web\" }")}");
        for (var (before, waited) = (-1, 0); waited < 120; waited++)
        {
            using var found = JsonDocument.Parse(await http.GetStringAsync(query, Cancellation));
            var count = found.RootElement.TryGetProperty("traces", out var traces) ? traces.GetArrayLength() : 0;
            if (count > 1000 && count == before) return;
            before = count;
            await Task.Delay(TimeSpan.FromSeconds(1), Cancellation);
        }
        Assert.Fail("The history did not come to its end.");
    }
}
