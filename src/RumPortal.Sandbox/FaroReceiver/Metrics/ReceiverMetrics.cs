using RumPortal.Sandbox.FaroReceiver.Payloads;
using RumPortal.Sandbox.FaroReceiver.RateLimits;

namespace RumPortal.Sandbox.FaroReceiver.Metrics;

/// <summary>
/// The counters of the receiver under Alloy's names, plus what Alloy counts elsewhere (<c>loki_write_*</c>) and what became of spans.
/// </summary>
internal sealed class ReceiverMetrics(AppRateLimiter? appRateLimiter)
{
    private const string CommonLabels = "component_id=\"faro.receiver.sandbox\",component_path=\"/\"";

    private long _logs;
    private long _exceptions;
    private long _measurements;
    private long _events;
    private long _logsExporterErrors;

    public RequestMetrics Requests { get; } = new();

    public DeliveryCounters Writes { get; } = new();

    public DeliveryCounters Spans { get; } = new();

    public void Count(FaroPayload payload)
    {
        Interlocked.Add(ref _logs, payload.Logs.Count);
        Interlocked.Add(ref _exceptions, payload.Exceptions.Count);
        Interlocked.Add(ref _measurements, payload.Measurements.Count);
        Interlocked.Add(ref _events, payload.Events.Count);
    }

    /// <summary>Counts a request of which at least one line was lost.</summary>
    public void CountExporterError() => Interlocked.Increment(ref _logsExporterErrors);

    /// <summary>The body of <c>GET /metrics</c>.</summary>
    public string ToPrometheusText()
    {
        var text = new PrometheusText(CommonLabels);
        Counter(text, "faro_receiver_logs_total", "Total number of ingested logs", ref _logs);
        Counter(text, "faro_receiver_measurements_total", "Total number of ingested measurements", ref _measurements);
        Counter(text, "faro_receiver_exceptions_total", "Total number of ingested exceptions", ref _exceptions);
        Counter(text, "faro_receiver_events_total", "Total number of ingested events", ref _events);
        text.Family("faro_receiver_exporter_errors_total", "counter", "Total number of errors produced by a receiver exporter");
        text.Sample("faro_receiver_exporter_errors_total", Interlocked.Read(ref _logsExporterErrors), ("exporter", "logs exporter"));
        Requests.WriteTo(text);
        WriteRateLimiter(text);
        WriteLoki(text);
        WriteSpans(text);
        return text.ToString();
    }

    private static void Counter(PrometheusText text, string name, string help, ref long value)
    {
        text.Family(name, "counter", help);
        text.Sample(name, Interlocked.Read(ref value));
    }

    private void WriteRateLimiter(PrometheusText text)
    {
        if (appRateLimiter is null) return;
        text.Family("faro_receiver_rate_limiter_active_app", "gauge", "Number of active applications with rate limiters.");
        text.Sample("faro_receiver_rate_limiter_active_app", appRateLimiter.ActiveApps);
        const string Requests = "faro_receiver_rate_limiter_requests_total";
        text.Family(Requests, "counter", "Total number of requests processed by the rate limiter per app/environment.");
        foreach (var ((app, environment, allowed), count) in appRateLimiter.Decisions.OrderBy(d => d.Key))
            text.Sample(Requests, count, ("app", app), ("env", environment), ("allowed", allowed ? "true" : "false"));
    }

    private void WriteSpans(PrometheusText text)
    {
        text.Family("sandbox_faro_spans_sent_total", "counter", "Spans that were sent on over OTLP.");
        text.Sample("sandbox_faro_spans_sent_total", Spans.Sent);
        text.Family("sandbox_faro_spans_dropped_total", "counter", "Spans that arrived and were not sent on.");
        foreach (var (reason, count) in Spans.Dropped.OrderBy(d => d.Key, StringComparer.Ordinal))
            text.Sample("sandbox_faro_spans_dropped_total", count, ("reason", reason));
    }

    private void WriteLoki(PrometheusText text)
    {
        text.Family("loki_write_sent_entries_total", "counter", "Number of log entries sent to the ingester.");
        text.Sample("loki_write_sent_entries_total", Writes.Sent);
        text.Family("loki_write_dropped_entries_total", "counter", "Number of log entries dropped because they failed to be sent.");
        foreach (var (reason, count) in Writes.Dropped.OrderBy(d => d.Key, StringComparer.Ordinal))
            text.Sample("loki_write_dropped_entries_total", count, ("reason", reason));
    }
}
