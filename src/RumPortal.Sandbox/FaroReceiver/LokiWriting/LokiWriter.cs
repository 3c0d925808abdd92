using System.Buffers;
using System.Net;
using System.Net.Http.Headers;
using RumPortal.Sandbox.FaroReceiver.Metrics;

namespace RumPortal.Sandbox.FaroReceiver.LokiWriting;

/// <summary>
/// Sends lines to Loki's push API in small batches, in the background. What Loki answers with 429 or 5xx, or not at all, is sent again with
/// growing pauses; what it refuses with another status, or what stays refused, is dropped, counted and logged.
/// </summary>
internal sealed class LokiWriter : IAsyncDisposable
{
    private const int MaxBatchBytes = 1024 * 1024;
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan RequestTimeout = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan DrainTime = TimeSpan.FromSeconds(2);

    private readonly FaroReceiverOptions _options;
    private readonly ILogger _log;
    private readonly DeliveryCounters _counters;
    private readonly Uri _pushUrl;
    private readonly PendingEntries _pending;
    private readonly HttpClient _http;
    private readonly CancellationTokenSource _closing = new();
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _pump;
    private volatile bool _sending;

    public LokiWriter(FaroReceiverOptions options, ILogger log, DeliveryCounters counters)
    {
        (_options, _log, _counters) = (options, log, counters);
        _pushUrl = new Uri(options.LokiUrl.AbsoluteUri.TrimEnd('/') + "/loki/api/v1/push");
        _pending = new PendingEntries(options.MaxPendingBytes);
        _http = new HttpClient(new SocketsHttpHandler { UseProxy = false, UseCookies = false }) { Timeout = RequestTimeout };
        _pump = Task.Run(PumpAsync);
    }

    /// <summary>Hands a line over without waiting; false when too much waits already.</summary>
    public bool TryWrite(LogEntry entry) => _pending.TryAdd(entry);

    /// <summary>Hands a line of the past over, waiting for room.</summary>
    public ValueTask WriteHistoryAsync(LogEntry entry, CancellationToken cancellation) => _pending.AddHistoryAsync(entry, cancellation);

    public void CountDropped(int lines, string reason, string detail)
    {
        if (_counters.Drop(lines, reason)) _log.LogWarning("Dropping lines on the way to Loki ({Reason}): {Detail}", reason, detail);
    }

    /// <summary>Returns when everything handed over before has been sent or given up.</summary>
    public async Task FlushAsync(CancellationToken cancellation)
    {
        while (!_pending.IsEmpty || _sending) await Task.Delay(TimeSpan.FromMilliseconds(10), cancellation);
    }

    /// <summary>Sends what waits, for two seconds at most; the rest is counted as lost.</summary>
    public async ValueTask DisposeAsync()
    {
        _pending.Complete();
        await _closing.CancelAsync();
        _stop.CancelAfter(DrainTime);
        await _pump;
        _pending.Dispose();
        _closing.Dispose();
        _stop.Dispose();
        _http.Dispose();
    }

    private async Task PumpAsync()
    {
        while (await _pending.WaitAsync())
        {
            _sending = true;
            await PauseAsync(_options.BatchDelay);
            while (TakeBatch() is { Count: > 0 } batch) await SendAsync(batch);
            _sending = false;
        }
    }

    private List<LogEntry> TakeBatch()
    {
        var batch = new List<LogEntry>();
        for (long size = 0; size < MaxBatchBytes && _pending.TryTake(out var entry); size += entry.Size) batch.Add(entry);
        return batch;
    }

    private async Task SendAsync(List<LogEntry> batch)
    {
        var body = new ArrayBufferWriter<byte>(MaxBatchBytes);
        LokiPushBody.Write(batch, body);
        var pause = FirstPause;
        for (var attempt = 0; ; attempt++)
        {
            var outcome = await TryPushAsync(body.WrittenMemory);
            if (outcome.Stored)
            {
                _counters.Send(batch.Count);
                return;
            }

            if (!outcome.Again || attempt >= _options.MaxRetries || _stop.IsCancellationRequested)
            {
                CountDropped(batch.Count, outcome.Again ? "retries_exhausted" : "refused", outcome.Detail);
                return;
            }

            await PauseAsync(Shorter(outcome.RetryAfter ?? pause, LongestPause));
            pause = Shorter(pause * 2, LongestPause);
        }
    }

    /// <summary>A pause that ends early when the writer closes: what is left is then sent without waiting.</summary>
    private async Task PauseAsync(TimeSpan pause) =>
        await Task.Delay(pause, _closing.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);

    private async Task<PushOutcome> TryPushAsync(ReadOnlyMemory<byte> body)
    {
        try
        {
            using var content = new ReadOnlyMemoryContent(body);
            content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
            using var response = await _http.PostAsync(_pushUrl, content, _stop.Token);
            if (response.IsSuccessStatusCode) return new(true, false, "", null);
            var text = (await response.Content.ReadAsStringAsync(_stop.Token)).Trim();
            var detail = $"{(int)response.StatusCode} {text[..Math.Min(text.Length, 300)]}";
            var again = response.StatusCode == HttpStatusCode.TooManyRequests || (int)response.StatusCode >= 500;
            return new(false, again, detail, response.Headers.RetryAfter?.Delta);
        }
        catch (Exception fault) when (fault is HttpRequestException or OperationCanceledException or IOException)
        {
            return new(false, true, fault.Message, null);
        }
    }

    private static TimeSpan Shorter(TimeSpan one, TimeSpan other) => one < other ? one : other;

    private readonly record struct PushOutcome(bool Stored, bool Again, string Detail, TimeSpan? RetryAfter);
}
