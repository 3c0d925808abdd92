using Microsoft.Extensions.Logging.Abstractions;
using RumPortal.Sandbox.FaroReceiver.Decoding;
using RumPortal.Sandbox.FaroReceiver.Lines;
using RumPortal.Sandbox.FaroReceiver.LokiWriting;
using RumPortal.Sandbox.FaroReceiver.Metrics;
using RumPortal.Sandbox.FaroReceiver.Payloads;
using RumPortal.Sandbox.FaroReceiver.RateLimits;
using RumPortal.Sandbox.FaroReceiver.SpanForwarding;

namespace RumPortal.Sandbox.FaroReceiver;

/// <summary>
/// Stands in for Alloy 1.18's <c>faro.receiver</c>: decodes payloads, writes their lines and sends them to Loki, and sends their
/// spans on over OTLP. HTTP is put in front of it by <see cref="Http.FaroReceiverEndpoints"/>.
/// </summary>
public sealed class Receiver : IAsyncDisposable
{
    private readonly PayloadLines _lines;
    private readonly LokiWriter _writer;
    private readonly SpanForwarder _spans;
    private readonly ArrivalClock _clock;

    public Receiver(FaroReceiverOptions options, TimeProvider time, ILoggerFactory? logs = null)
    {
        (Options, Time) = (options, time);
        var limit = options.RateLimiting;
        if (limit is { Enabled: true, Strategy: RateLimitStrategy.Global }) GlobalLimit = new TokenBucket(limit, time);
        if (limit is { Enabled: true, Strategy: RateLimitStrategy.PerApp }) AppLimit = new AppRateLimiter(limit, time);
        Metrics = new ReceiverMetrics(AppLimit);
        _lines = new PayloadLines(options.LogFormat, options.ExtraLogLabels);
        var logger = (logs ?? NullLoggerFactory.Instance).CreateLogger<Receiver>();
        _writer = new LokiWriter(options, logger, Metrics.Writes);
        _spans = new SpanForwarder(options, logger, Metrics.Spans);
        _clock = new ArrivalClock(time);
    }

    internal FaroReceiverOptions Options { get; }

    internal TimeProvider Time { get; }

    internal ReceiverMetrics Metrics { get; }

    internal TokenBucket? GlobalLimit { get; }

    internal AppRateLimiter? AppLimit { get; }

    /// <summary>
    /// Takes a payload of the past with its own arrival time, by the same decoding, lines and writer as a request; waits while the writer is
    /// busy with newer lines, and while spans of the past wait.
    /// </summary>
    /// <param name="body">The JSON of one payload.</param>
    /// <param name="arrival">When it would have arrived; its lines get this time and the nanoseconds after it.</param>
    /// <param name="cancellation">Gives up waiting; lines already handed over are sent.</param>
    /// <returns>Number of lines.</returns>
    /// <exception cref="FormatException">The receiver would answer 400; the message is the text of that answer.</exception>
    public async ValueTask<int> AcceptHistoryAsync(ReadOnlyMemory<byte> body, DateTimeOffset arrival, CancellationToken cancellation)
    {
        if (!PayloadDecoder.TryDecode(body.Span, out var payload, out var error)) throw new FormatException(error);
        var nanoseconds = ArrivalClock.Nanoseconds(arrival);
        var count = 0;
        foreach (var line in _lines.Of(payload).OfType<LogLine>())
            await _writer.WriteHistoryAsync(new LogEntry(line.Stream, nanoseconds + count++, line.Text), cancellation);
        await _spans.WriteHistoryAsync(new PendingSpans(payload.Traces, payload.SpanCount), cancellation);
        Metrics.Count(payload);
        if (count < payload.ItemCount) Metrics.CountExporterError();
        return count;
    }

    /// <summary>Returns when everything accepted so far has been sent, lines to Loki and spans over OTLP, or given up.</summary>
    public Task FlushAsync(CancellationToken cancellation) => Task.WhenAll(_writer.FlushAsync(cancellation), _spans.FlushAsync(cancellation));

    /// <summary>Sends what still waits, for two seconds at most. Whoever feeds history must have stopped before.</summary>
    public async ValueTask DisposeAsync()
    {
        var spans = _spans.DisposeAsync();
        await _writer.DisposeAsync();
        await spans;
    }

    /// <summary>Takes a payload that arrives now; never waits. Lost lines are counted, the sender is told nothing, as Alloy does.</summary>
    internal void Accept(FaroPayload payload)
    {
        Metrics.Count(payload);
        _spans.Write(new PendingSpans(payload.Traces, payload.SpanCount));
        var (taken, failed) = (0, 0);
        foreach (var line in _lines.Of(payload))
        {
            if (line is { } entry && !_writer.TryWrite(new LogEntry(entry.Stream, _clock.Next(), entry.Text))) break;
            if (line is null) failed++;
            taken++;
        }

        var refused = payload.ItemCount - taken;
        if (refused > 0) _writer.CountDropped(refused, "queue_full", "more lines wait for Loki than the bound allows");
        if (refused + failed > 0) Metrics.CountExporterError();
    }
}
