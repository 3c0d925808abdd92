using System.Diagnostics;
using System.Globalization;
using OpenTelemetry;
using OpenTelemetry.Exporter;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace RumPortal.Sandbox.DemoShop.Tracing;

/// <summary>
/// The tracing of one demo service, as its team would set it up: an activity source, the parent's sampling decision, and the real
/// OpenTelemetry exporter by OTLP over HTTP. Spans leave within half a second; disposing sends what is left.
/// </summary>
public sealed class ServiceTracing : IDisposable
{
    private const int ExportDelayMilliseconds = 300;

    // The largest trace of the shop must not overflow the queue between two exports.
    private const int MaxQueue = 32_768;

    private static int _instances;

    private readonly TracerProvider _provider;
    private readonly FinishedSpans _finished = new();

    /// <param name="service">The resource's <c>service.name</c>.</param>
    /// <param name="otlp">Base address of the OTLP receiver; spans go to <c>/v1/traces</c> below it.</param>
    /// <param name="clockOffset">How far the clock of the service's host is ahead.</param>
    public ServiceTracing(string service, Uri otlp, TimeSpan clockOffset = default)
    {
        Service = service;
        // Providers find sources by name, and another sandbox in this process has a service of the same name.
        Source = new ActivitySource(string.Create(CultureInfo.InvariantCulture, $"harbour-pine.{service}.{Interlocked.Increment(ref _instances)}"));
        var builder = Sdk.CreateTracerProviderBuilder()
            .SetResourceBuilder(Resource(service))
            .SetSampler(new ParentBasedSampler(new AlwaysOnSampler()))
            .AddSource(Source.Name)
            .AddProcessor(_finished);
        if (clockOffset != default) builder.AddProcessor(new WrongClock(clockOffset));
        _provider = builder.AddOtlpExporter(export => Aim(export, otlp)).Build();
    }

    public string Service { get; }

    public ActivitySource Source { get; }

    /// <summary>Sampled spans that ended so far, each handed to the exporter.</summary>
    public long Finished => _finished.Count;

    public void Dispose()
    {
        _provider.Dispose();
        Source.Dispose();
    }

    private static ResourceBuilder Resource(string service) => ResourceBuilder.CreateEmpty()
        .AddService(service, serviceNamespace: "retail", serviceVersion: "2026.11.4", autoGenerateServiceInstanceId: false)
        .AddAttributes([new("deployment.environment.name", "production")]);

    private static void Aim(OtlpExporterOptions export, Uri otlp)
    {
        export.Protocol = OtlpExportProtocol.HttpProtobuf;
        export.Endpoint = new Uri(otlp, "/v1/traces");
        export.HttpClientFactory = () => new HttpClient(new SocketsHttpHandler { UseProxy = false });
        export.BatchExportProcessorOptions = new BatchExportActivityProcessorOptions
        {
            ScheduledDelayMilliseconds = ExportDelayMilliseconds,
            MaxQueueSize = MaxQueue,
            MaxExportBatchSize = 2_048,
        };
    }
}
