using RumPortal.Sandbox.Faults;
using RumPortal.Sandbox.Prometheus;
using RumPortal.Sandbox.Prometheus.Api;

namespace RumPortal.Testing.Prometheus;

/// <summary>The sandbox's Prometheus in the process of the test.</summary>
public sealed class PrometheusServer : IAsyncDisposable
{
    private readonly FaultyLoopback _server;

    private PrometheusServer(FaultyLoopback server, PrometheusBackend backend) => (_server, Backend) = (server, backend);

    public PrometheusBackend Backend { get; }

    public FaultSwitch Faults => _server.Faults;

    public Uri Url => _server.Url;

    public HttpClient Client => _server.Client;

    public static async Task<PrometheusServer> StartAsync(PrometheusOptions? options = null, TimeProvider? clock = null)
    {
        var backend = new PrometheusBackend(options, clock);
        return new(await FaultyLoopback.StartAsync(app => app.MapPrometheusApi(backend)), backend);
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();
}
