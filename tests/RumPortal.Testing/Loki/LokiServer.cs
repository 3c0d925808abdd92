using RumPortal.Sandbox.Faults;
using RumPortal.Sandbox.Loki;
using RumPortal.Sandbox.Loki.Api;

namespace RumPortal.Testing.Loki;

/// <summary>The sandbox's Loki in the process of the test.</summary>
public sealed class LokiServer : IAsyncDisposable
{
    private readonly FaultyLoopback _server;

    private LokiServer(FaultyLoopback server, LokiBackend backend) => (_server, Backend) = (server, backend);

    public LokiBackend Backend { get; }

    public FaultSwitch Faults => _server.Faults;

    public Uri Url => _server.Url;

    public HttpClient Client => _server.Client;

    public static async Task<LokiServer> StartAsync(LokiOptions? options = null, TimeProvider? clock = null)
    {
        var backend = new LokiBackend(options, clock);
        return new(await FaultyLoopback.StartAsync(app => app.MapLokiApi(backend)), backend);
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();
}
