using RumPortal.Sandbox.Prometheus.OpenMetrics;
using RumPortal.Testing;
using RumPortal.Testing.Prometheus;

namespace RumPortal.IntegrationTests.Sandbox.Prometheus;

/// <summary>A Prometheus with the recorded metrics, loaded once for all tests of a class.</summary>
public sealed class RecordedPrometheus : IAsyncLifetime
{
    public PrometheusServer Server { get; private set; } = null!;

    public int LoadedSamples { get; private set; }

    public async ValueTask InitializeAsync()
    {
        Server = await PrometheusServer.StartAsync();
        LoadedSamples = await MetricsFile.LoadAsync(Repository.Conformance, Server.Backend.Store, TestContext.Current.CancellationToken);
    }

    public ValueTask DisposeAsync() => Server.DisposeAsync();
}
