using System.IO.Compression;
using RumPortal.Sandbox.Prometheus.OpenMetrics;
using RumPortal.Testing;
using RumPortal.Testing.Prometheus;

namespace RumPortal.IntegrationTests.Sandbox.Prometheus;

/// <summary>Debian's Prometheus and the sandbox's, with the same metrics.</summary>
public sealed class TwoPrometheuses : IAsyncLifetime
{
    private PrometheusProcess? _process;

    /// <summary>Null when Prometheus is not installed.</summary>
    public HttpClient? Real { get; private set; }

    public PrometheusServer Sandbox { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        var cancellation = TestContext.Current.CancellationToken;
        Sandbox = await PrometheusServer.StartAsync();
        await MetricsFile.LoadAsync(Repository.Conformance, Sandbox.Backend.Store, cancellation);
        using var odd = new StringReader(OddMetrics.Text);
        await foreach (var (labels, time, value) in OpenMetricsReader.ReadAsync(odd, cancellation)) Sandbox.Backend.Store.Append(labels, time, value);
        if (!PrometheusProcess.IsInstalled) return;
        _process = await PrometheusProcess.StartAsync([await RecordedTextAsync(cancellation), OddMetrics.Text], cancellation);
        Real = new HttpClient(new SocketsHttpHandler()) { BaseAddress = _process.Url };
    }

    public async ValueTask DisposeAsync()
    {
        Real?.Dispose();
        if (_process is not null) await _process.DisposeAsync();
        await Sandbox.DisposeAsync();
    }

    private static async Task<string> RecordedTextAsync(CancellationToken cancellation)
    {
        await using var file = File.OpenRead(Path.Combine(Repository.Conformance, MetricsFile.FileName));
        await using var gzip = new GZipStream(file, CompressionMode.Decompress);
        using var reader = new StreamReader(gzip);
        return await reader.ReadToEndAsync(cancellation);
    }
}
