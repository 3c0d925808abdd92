using RumPortal.Sandbox.DemoShop;

namespace RumPortal.Sandbox.Hosting;

/// <summary>
/// The shop's hosts, each on a port of its own with HTTP between them: its pages; the ingresses that browsers call; behind them its API, the
/// payments, the warehouse and the stand-in for a database; beside them a service without tracing and a partner's.
/// </summary>
internal sealed class DemoShopServers : IAsyncDisposable
{
    private readonly OwnedParts _parts;

    private DemoShopServers(OwnedParts parts, Uri pages, ShopOrigins origins) => (_parts, Pages, Origins) = (parts, pages, origins);

    public Uri Pages { get; }

    public ShopOrigins Origins { get; }

    /// <param name="options">Ports and seed.</param>
    /// <param name="collector">The receiver's collect address.</param>
    /// <param name="otlp">Base address of the OTLP receiver that takes the spans.</param>
    /// <param name="clock">The time of waits.</param>
    /// <param name="logs">Where warnings go.</param>
    /// <param name="cancellation">Gives the start up.</param>
    public static async Task<DemoShopServers> StartAsync(
        SandboxOptions options, Uri collector, Uri otlp, TimeProvider clock, ILoggerFactory logs, CancellationToken cancellation)
    {
        var parts = new OwnedParts(logs.CreateLogger<DemoShopServers>());
        try
        {
            var starter = new DemoShopStarter(parts, otlp, logs, cancellation);
            var api = await starter.StartApiAsync(options, clock);
            var origins = await starter.StartOriginsAsync(options, api);
            var pages = await starter.StartPagesAsync(options, origins, collector);
            return new DemoShopServers(parts, pages, origins);
        }
        catch
        {
            await parts.DisposeAsync();
            throw;
        }
    }

    public ValueTask DisposeAsync() => _parts.DisposeAsync();
}
