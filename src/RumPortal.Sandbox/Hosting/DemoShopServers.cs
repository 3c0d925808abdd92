using RumPortal.Sandbox.DemoShop.Api;
using RumPortal.Sandbox.DemoShop.Pages;

namespace RumPortal.Sandbox.Hosting;

/// <summary>The shop's two hosts: its pages, and its API on an origin of its own.</summary>
internal sealed class DemoShopServers : IAsyncDisposable
{
    private readonly OwnedParts _parts;

    private DemoShopServers(OwnedParts parts, Uri pages, Uri api) => (_parts, Pages, Api) = (parts, pages, api);

    public Uri Pages { get; }

    public Uri Api { get; }

    public static async Task<DemoShopServers> StartAsync(
        SandboxOptions options, Uri collector, TimeProvider clock, ILoggerFactory logs, CancellationToken cancellation)
    {
        var parts = new OwnedParts(logs.CreateLogger<DemoShopServers>());
        try
        {
            var api = parts.Add(new ShopApi(options.Seed, clock));
            var apiServer = parts.Add(await LoopbackServer.StartAsync(ApiApp(options, api), logs, cancellation));
            var pages = parts.Add(new ShopPages(apiServer.Url, collector));
            var pageServer = parts.Add(await LoopbackServer.StartAsync(PagesApp(options, pages, api), logs, cancellation));
            return new DemoShopServers(parts, pageServer.Url, apiServer.Url);
        }
        catch
        {
            await parts.DisposeAsync();
            throw;
        }
    }

    public ValueTask DisposeAsync() => _parts.DisposeAsync();

    private static LoopbackApp ApiApp(SandboxOptions options, ShopApi api) => new()
    {
        Port = new ListenPort("--shop-api-port", options.ShopApiPort),
        Services = ShopApi.AddServices,
        Map = api.Map,
    };

    private static LoopbackApp PagesApp(SandboxOptions options, ShopPages pages, ShopApi api) => new()
    {
        Port = new ListenPort("--shop-port", options.ShopPort),
        Map = app => pages.Map(app, () => Status(pages, api)),
    };

    private static object Status(ShopPages pages, ShopApi api) => new
    {
        droppedSpans = new Dictionary<string, long> { [pages.Spans.Service] = pages.Spans.Finished, [api.Spans.Service] = api.Spans.Finished },
    };
}
