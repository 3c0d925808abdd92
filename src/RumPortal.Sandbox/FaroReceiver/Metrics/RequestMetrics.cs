using System.Collections.Concurrent;

namespace RumPortal.Sandbox.FaroReceiver.Metrics;

/// <summary>
/// The HTTP metrics of the receiver. The label <c>route</c> is always <c>other</c>, as in Alloy since 1.7, whose instrument wraps outside its
/// router.
/// </summary>
internal sealed class RequestMetrics
{
    private const string Route = "other";
    private const double MiB = 1024 * 1024;
    private static readonly double[] DurationBounds = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 25, 50, 100];
    private static readonly double[] SizeBounds = [MiB, 2.5 * MiB, 5 * MiB, 10 * MiB, 25 * MiB, 50 * MiB, 100 * MiB, 250 * MiB];

    private readonly ConcurrentDictionary<(string Method, int Status), Histogram> _durations = new();
    private readonly ConcurrentDictionary<string, Histogram> _requestSizes = new();
    private readonly ConcurrentDictionary<string, Histogram> _responseSizes = new();
    private long _inflight;

    public void Begin() => Interlocked.Increment(ref _inflight);

    public void End(string method, int status, TimeSpan duration, long requestBytes, long responseBytes)
    {
        Interlocked.Decrement(ref _inflight);
        var known = Known(method);
        _durations.GetOrAdd((known, status), _ => new Histogram(DurationBounds)).Observe(duration.TotalSeconds);
        _requestSizes.GetOrAdd(known, _ => new Histogram(SizeBounds)).Observe(requestBytes);
        _responseSizes.GetOrAdd(known, _ => new Histogram(SizeBounds)).Observe(responseBytes);
    }

    public void WriteTo(PrometheusText text)
    {
        const string Duration = "faro_receiver_request_duration_seconds";
        text.Family(Duration, "histogram", "Time (in seconds) spent serving HTTP requests.");
        foreach (var ((method, status), histogram) in _durations.OrderBy(d => d.Key))
            histogram.WriteTo(text, Duration, ("method", method), ("route", Route), ("status_code", $"{status}"), ("ws", "false"));
        WriteSizes(text, "faro_receiver_request_message_bytes", "Size (in bytes) of messages received in the request.", _requestSizes);
        WriteSizes(text, "faro_receiver_response_message_bytes", "Size (in bytes) of messages sent in response.", _responseSizes);
        text.Family("faro_receiver_inflight_requests", "gauge", "Current number of inflight requests.");
        text.Sample("faro_receiver_inflight_requests", Interlocked.Read(ref _inflight), ("method", "POST"), ("route", Route));
    }

    private static void WriteSizes(PrometheusText text, string name, string help, ConcurrentDictionary<string, Histogram> sizes)
    {
        text.Family(name, "histogram", help);
        foreach (var (method, histogram) in sizes.OrderBy(s => s.Key, StringComparer.Ordinal))
            histogram.WriteTo(text, name, ("method", method), ("route", Route));
    }

    // The method is the sender's text; unknown ones share a series.
    private static string Known(string method) =>
        method is "GET" or "HEAD" or "POST" or "PUT" or "PATCH" or "DELETE" or "OPTIONS" ? method : "OTHER";
}
