using RumPortal.Sandbox.Faults;
using RumPortal.Sandbox.Tempo;
using RumPortal.Sandbox.Tempo.Api;

namespace RumPortal.Testing.Tempo;

/// <summary>The sandbox's Tempo in the process of the test.</summary>
public sealed class TempoServer : IAsyncDisposable
{
    private readonly FaultyLoopback _server;

    private TempoServer(FaultyLoopback server, TempoBackend backend) => (_server, Backend) = (server, backend);

    public TempoBackend Backend { get; }

    public FaultSwitch Faults => _server.Faults;

    public Uri Url => _server.Url;

    public HttpClient Client => _server.Client;

    public static async Task<TempoServer> StartAsync(TempoOptions? options = null, TimeProvider? clock = null)
    {
        var backend = new TempoBackend(options, clock);
        return new(await FaultyLoopback.StartAsync(app => app.MapTempoApi(backend)), backend);
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();
}
