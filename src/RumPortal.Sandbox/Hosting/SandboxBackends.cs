using RumPortal.Sandbox.FaroReceiver;
using RumPortal.Sandbox.FaroReceiver.Http;
using RumPortal.Sandbox.Faults;
using RumPortal.Sandbox.Http;
using RumPortal.Sandbox.Loki;
using RumPortal.Sandbox.Loki.Api;
using RumPortal.Sandbox.Otlp.Http;
using RumPortal.Sandbox.Prometheus;
using RumPortal.Sandbox.Prometheus.Api;
using RumPortal.Sandbox.Ruler;
using RumPortal.Sandbox.Ruler.Api;
using RumPortal.Sandbox.Tempo;
using RumPortal.Sandbox.Tempo.Api;

namespace RumPortal.Sandbox.Hosting;

/// <summary>How each backend is put on its port: its API, and the switch for faults beside it.</summary>
internal static class SandboxBackends
{
    public static LoopbackApp Loki(SandboxOptions options, LokiBackend loki, LokiRuler ruler, PrometheusBackend prometheus, TimeProvider clock) => new()
    {
        Port = new ListenPort("--loki-port", options.LokiPort),
        Limits = QueryServerLimits.Apply,
        Map = app =>
        {
            AddFaults(app, clock);
            app.MapRulerApi(ruler, prometheus);
            app.MapLokiApi(loki);
        },
    };

    public static LoopbackApp Prometheus(SandboxOptions options, PrometheusBackend prometheus, TimeProvider clock) => new()
    {
        Port = new ListenPort("--prometheus-port", options.PrometheusPort),
        Limits = QueryServerLimits.Apply,
        Map = app =>
        {
            AddFaults(app, clock);
            app.MapPrometheusApi(prometheus);
        },
    };

    public static LoopbackApp Tempo(SandboxOptions options, TempoBackend tempo, TimeProvider clock) => new()
    {
        Port = new ListenPort("--tempo-port", options.TempoPort),
        Limits = QueryServerLimits.Apply,
        Map = app =>
        {
            AddFaults(app, clock);
            app.MapTempoApi(tempo);
        },
    };

    public static LoopbackApp Otlp(SandboxOptions options, TempoBackend tempo, TimeProvider clock) => new()
    {
        Port = new ListenPort("--otlp-port", options.OtlpPort),
        Map = app =>
        {
            AddFaults(app, clock);
            app.MapOtlpApi(tempo);
        },
    };

    public static LoopbackApp Faro(SandboxOptions options, Receiver receiver, TimeProvider clock) => new()
    {
        Port = new ListenPort("--faro-port", options.FaroPort),
        Map = app =>
        {
            AddFaults(app, clock);
            app.MapFaroReceiver(receiver);
        },
    };

    public static LokiOptions LokiOptions(SandboxOptions options)
    {
        var limits = new LokiOptions { MaxStoredBytes = options.MemoryLimit, RejectOldSamples = options.RejectOldSamples };
        // Recorded data sets come from servers with roomier limits; with the defaults their longest lines would be refused.
        return options.Dataset is null ? limits : limits with { MaxLineSize = 2 << 20, MaxSeries = 5_000 };
    }

    private static void AddFaults(WebApplication app, TimeProvider clock)
    {
        var faults = new FaultSwitch();
        app.UseFaults(faults, clock);
        app.MapFaults(faults);
    }
}
