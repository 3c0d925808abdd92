using Microsoft.Extensions.Logging.Abstractions;
using RumPortal.Sandbox.FaroReceiver;
using RumPortal.Sandbox.Hosting.Portals;
using RumPortal.Sandbox.Loki;
using RumPortal.Sandbox.Loki.Ingest;
using RumPortal.Sandbox.Prometheus;
using RumPortal.Sandbox.Prometheus.OpenMetrics;
using RumPortal.Sandbox.Prometheus.Rules;
using RumPortal.Sandbox.Ruler;
using RumPortal.Sandbox.Ruler.Files;
using RumPortal.Sandbox.Tempo;

namespace RumPortal.Sandbox.Hosting;

/// <summary>
/// A running sandbox: every backend on a port of its own with HTTP between them, ended by disposing it. Tests start it in their own process
/// with <c>Portal = false</c> and ports 0.
/// </summary>
public sealed class SandboxHost : IAsyncDisposable
{
    private readonly OwnedParts _parts;

    private SandboxHost(OwnedParts parts, SandboxUrls urls) => (_parts, Urls) = (parts, urls);

    public SandboxUrls Urls { get; }

    /// <param name="options">What to start.</param>
    /// <param name="clock">The time of every part; the system's when null.</param>
    /// <param name="logs">Where warnings of the backends go; nowhere when null.</param>
    /// <param name="portalOutput">Where the portal's own output goes; nowhere when null.</param>
    /// <param name="cancellation">Gives the start up.</param>
    /// <returns>When everything listens and the data set, if any, is loaded. History and visitors go on in the background.</returns>
    /// <exception cref="SandboxException">A port is taken, the data set or the rules cannot be read, or the portal is missing.</exception>
    public static async Task<SandboxHost> StartAsync(
        SandboxOptions options,
        TimeProvider? clock = null,
        ILoggerFactory? logs = null,
        TextWriter? portalOutput = null,
        CancellationToken cancellation = default)
    {
        logs ??= NullLoggerFactory.Instance;
        var parts = new OwnedParts(logs.CreateLogger<SandboxHost>());
        try
        {
            var urls = await StartPartsAsync(parts, options, clock ?? TimeProvider.System, logs, portalOutput ?? TextWriter.Null, cancellation);
            return new SandboxHost(parts, urls);
        }
        catch
        {
            await parts.DisposeAsync();
            throw;
        }
    }

    public ValueTask DisposeAsync() => _parts.DisposeAsync();

    private static async Task<SandboxUrls> StartPartsAsync(
        OwnedParts parts, SandboxOptions options, TimeProvider clock, ILoggerFactory logs, TextWriter portalOutput, CancellationToken cancellation)
    {
        var logStore = new LokiBackend(SandboxBackends.LokiOptions(options), clock, logs.CreateLogger<LokiBackend>());
        var metricStore = new PrometheusBackend(clock: clock, logger: logs.CreateLogger<PrometheusBackend>());
        var traceStore = new TempoBackend(new TempoOptions { MaxStoredBytes = options.MemoryLimit }, clock, logs.CreateLogger<TempoBackend>());
        if (options.Dataset is { } folder) await LoadAsync(folder, logStore, traceStore, metricStore, cancellation);
        var ruler = new LokiRuler(logStore, metricStore.Store, new RulerOptions { IntervalOverride = options.RulerInterval });
        var loki = parts.Add(await LoopbackServer.StartAsync(SandboxBackends.Loki(options, logStore, ruler, metricStore, clock), logs, cancellation));
        var prometheus = parts.Add(await LoopbackServer.StartAsync(SandboxBackends.Prometheus(options, metricStore, clock), logs, cancellation));
        var tempo = parts.Add(await LoopbackServer.StartAsync(SandboxBackends.Tempo(options, traceStore, clock), logs, cancellation));
        var otlp = parts.Add(await LoopbackServer.StartAsync(SandboxBackends.Otlp(options, traceStore, clock), logs, cancellation));
        await LoadRulesAsync(options, loki.Url, metricStore, cancellation);
        parts.Add(new RulerSchedule(ruler, logs.CreateLogger<RulerSchedule>()));
        parts.Add(new RuleSchedule(metricStore, logs.CreateLogger<RuleSchedule>()));

        var receiver = parts.Add(new Receiver(new FaroReceiverOptions { LokiUrl = loki.Url, OtlpUrl = otlp.Url, CorsHeaders = options.ReceiverCors }, clock, logs));
        var faro = parts.Add(await LoopbackServer.StartAsync(SandboxBackends.Faro(options, receiver, clock), logs, cancellation));
        var urls = new SandboxUrls(loki.Url, tempo.Url, prometheus.Url, otlp.Url, new Uri(faro.Url, "collect"), null, null, null);

        if (options.Demo)
        {
            var shop = parts.Add(await DemoShopServers.StartAsync(options, urls.Collector, urls.Otlp, clock, logs, cancellation));
            parts.Add(new DemoVisitors(options, receiver, new RuleHistory(ruler, metricStore), urls, clock, logs));
            urls = urls with { Shop = shop.Pages, ShopApi = shop.Origins.Api, ShopOrigins = shop.Origins };
        }

        if (!options.Portal) return urls;
        var (portal, portalUrl) = PortalProcess.Start(new ListenPort("--portal-port", options.PortalPort), urls, portalOutput);
        parts.Add(portal);
        return urls with { Portal = portalUrl };
    }

    private static async Task LoadAsync(string folder, LokiBackend loki, TempoBackend tempo, PrometheusBackend prometheus, CancellationToken cancellation)
    {
        try
        {
            await DatasetLoader.LoadAsync(folder, loki.Ingester, cancellation);
            await TraceDataset.LoadAsync(folder, tempo, cancellation);
            await MetricsFile.LoadAsync(folder, prometheus.Store, cancellation);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            throw new SandboxException($"The data set (--dataset) cannot be loaded: {failure.Message}", failure);
        }
    }

    private static async Task LoadRulesAsync(SandboxOptions options, Uri loki, PrometheusBackend prometheus, CancellationToken cancellation)
    {
        var folder = options.Rules ?? (options.Demo ? Path.Combine(AppContext.BaseDirectory, "DemoRules") : null);
        if (folder is null) return;
        try
        {
            await new RuleFolder(folder).LoadAsync(loki, prometheus.Rules, cancellation);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or RuleFileException)
        {
            throw new SandboxException($"The rules (--rules) cannot be loaded: {failure.Message}", failure);
        }
    }
}
