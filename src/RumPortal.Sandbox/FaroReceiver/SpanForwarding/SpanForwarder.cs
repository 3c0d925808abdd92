using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using System.Threading.Channels;
using RumPortal.Sandbox.FaroReceiver.Metrics;

namespace RumPortal.Sandbox.FaroReceiver.SpanForwarding;

/// <summary>
/// Sends spans on as OTLP/JSON over HTTP, in the background, as Alloy's <c>output.traces</c> does. Live spans and those of the past have lanes
/// of their own. What is answered with 429 or 5xx, or not at all, is sent again with growing pauses; what is refused, or stays refused, is
/// dropped and counted. Lines never wait for spans.
/// </summary>
internal sealed class SpanForwarder : IAsyncDisposable
{
    private const int MaxHistoryPayloads = 64;
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan RequestTimeout = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan DrainTime = TimeSpan.FromSeconds(2);

    private readonly Channel<PendingSpans> _live = Channel.CreateUnbounded<PendingSpans>();
    private readonly Channel<PendingSpans> _history = Channel.CreateBounded<PendingSpans>(MaxHistoryPayloads);
    private readonly FaroReceiverOptions _options;
    private readonly Uri? _target;
    private readonly DeliveryCounters _counters;
    private readonly ILogger _log;
    private readonly HttpClient _http;
    private readonly CancellationTokenSource _closing = new();
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _pumps;
    private long _liveBytes;
    private long _unsettled;

    public SpanForwarder(FaroReceiverOptions options, ILogger log, DeliveryCounters counters)
    {
        (_options, _log, _counters) = (options, log, counters);
        if (options.OtlpUrl is { } otlp) _target = new Uri(otlp.AbsoluteUri.TrimEnd('/') + "/v1/traces");
        _http = new HttpClient(new SocketsHttpHandler { UseProxy = false, UseCookies = false }) { Timeout = RequestTimeout };
        _pumps = Task.WhenAll(Task.Run(() => PumpAsync(_live.Reader)), Task.Run(() => PumpAsync(_history.Reader)));
    }

    /// <summary>Hands spans over without waiting; when too much waits already, or nothing takes them, they are dropped and counted.</summary>
    public void Write(PendingSpans spans)
    {
        if (!IsWanted(spans)) return;
        if (Interlocked.Add(ref _liveBytes, spans.Body.Length) > _options.MaxPendingBytes)
        {
            Interlocked.Add(ref _liveBytes, -spans.Body.Length);
            Drop(spans, "queue_full", "more spans wait than the bound allows");
            return;
        }

        Interlocked.Increment(ref _unsettled);
        if (_live.Writer.TryWrite(spans)) return;
        Interlocked.Decrement(ref _unsettled);
        Drop(spans, "closed", "the receiver ends");
    }

    /// <summary>Hands spans of the past over, waiting for room.</summary>
    public async ValueTask WriteHistoryAsync(PendingSpans spans, CancellationToken cancellation)
    {
        if (!IsWanted(spans)) return;
        Interlocked.Increment(ref _unsettled);
        try
        {
            await _history.Writer.WriteAsync(spans, cancellation);
        }
        catch
        {
            Interlocked.Decrement(ref _unsettled);
            throw;
        }
    }

    /// <summary>Returns when everything handed over before has been sent or given up.</summary>
    public async Task FlushAsync(CancellationToken cancellation)
    {
        while (Interlocked.Read(ref _unsettled) > 0) await Task.Delay(TimeSpan.FromMilliseconds(10), cancellation);
    }

    /// <summary>Sends what waits, for two seconds at most; the rest is counted as lost.</summary>
    public async ValueTask DisposeAsync()
    {
        _live.Writer.TryComplete();
        _history.Writer.TryComplete();
        await _closing.CancelAsync();
        _stop.CancelAfter(DrainTime);
        await _pumps;
        _closing.Dispose();
        _stop.Dispose();
        _http.Dispose();
    }

    private bool IsWanted(PendingSpans spans)
    {
        if (spans.Count == 0) return false;
        if (_target is not null) return true;
        _counters.Drop(spans.Count, "no_output");
        return false;
    }

    private async Task PumpAsync(ChannelReader<PendingSpans> lane)
    {
        await foreach (var spans in lane.ReadAllAsync())
        {
            await SendAsync(spans);
            if (ReferenceEquals(lane, _live.Reader)) Interlocked.Add(ref _liveBytes, -spans.Body.Length);
            Interlocked.Decrement(ref _unsettled);
        }
    }

    private async Task SendAsync(PendingSpans spans)
    {
        var pause = FirstPause;
        for (var attempt = 0; ; attempt++)
        {
            var outcome = await TrySendAsync(spans);
            if (outcome.Done) return;
            if (!outcome.Again || attempt >= _options.MaxRetries || _stop.IsCancellationRequested)
            {
                Drop(spans, outcome.Again ? "retries_exhausted" : "refused", outcome.Detail);
                return;
            }

            await Task.Delay(pause, _closing.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            pause = pause * 2 < LongestPause ? pause * 2 : LongestPause;
        }
    }

    private async Task<Outcome> TrySendAsync(PendingSpans spans)
    {
        try
        {
            using var content = new ReadOnlyMemoryContent(spans.Body);
            content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
            using var response = await _http.PostAsync(_target, content, _stop.Token);
            var text = await response.Content.ReadAsStringAsync(_stop.Token);
            if (response.IsSuccessStatusCode)
            {
                Settle(spans, RejectedSpans(text));
                return new(true, false, "");
            }

            var again = response.StatusCode == HttpStatusCode.TooManyRequests || (int)response.StatusCode >= 500;
            return new(false, again, $"{(int)response.StatusCode} {text[..Math.Min(text.Length, 300)]}");
        }
        catch (Exception fault) when (fault is HttpRequestException or OperationCanceledException or IOException)
        {
            return new(false, true, fault.Message);
        }
    }

    private void Settle(PendingSpans spans, int rejected)
    {
        _counters.Send(spans.Count - rejected);
        if (rejected > 0) Drop(spans with { Count = rejected }, "rejected", "a partial success");
    }

    /// <summary>The count in <c>{"partialSuccess":{"rejectedSpans":"2"}}</c>; 0 for any other answer.</summary>
    private static int RejectedSpans(string answer)
    {
        try
        {
            using var document = JsonDocument.Parse(answer);
            return document.RootElement.TryGetProperty("partialSuccess", out var partial) && partial.TryGetProperty("rejectedSpans", out var rejected)
                && int.TryParse(rejected.ToString(), NumberStyles.None, CultureInfo.InvariantCulture, out var count)
                ? count
                : 0;
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException)
        {
            return 0;
        }
    }

    private void Drop(PendingSpans spans, string reason, string detail)
    {
        if (_counters.Drop(spans.Count, reason)) _log.LogWarning("Dropping spans on their way ({Reason}): {Detail}", reason, detail);
    }

    private readonly record struct Outcome(bool Done, bool Again, string Detail);
}
