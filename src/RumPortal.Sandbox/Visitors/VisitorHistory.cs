using RumPortal.Sandbox.FaroReceiver;
using RumPortal.Sandbox.Visitors.Backends;

namespace RumPortal.Sandbox.Visitors;

/// <summary>
/// Fills the past: the batches that would have arrived in a range go through the receiver with their own arrival times, newest first, and the
/// backends' spans beside them.
/// </summary>
public sealed class VisitorHistory
{
    private readonly VisitorTraffic _traffic;
    private readonly Receiver _receiver;
    private readonly BackendExport? _backends;

    /// <summary>A history of browsers alone: what the backends would export is left out.</summary>
    public VisitorHistory(VisitorTraffic traffic, Receiver receiver)
        : this(traffic, receiver, null)
    {
    }

    internal VisitorHistory(VisitorTraffic traffic, Receiver receiver, BackendExport? backends) =>
        (_traffic, _receiver, _backends) = (traffic, receiver, backends);

    /// <summary>
    /// Writes everything that arrived in [<paramref name="from"/>, <paramref name="to"/>), the last minute's visits first. Works in the
    /// background: the caller gets its task at once.
    /// </summary>
    /// <returns>Number of lines.</returns>
    public async Task<long> FillAsync(DateTimeOffset from, DateTimeOffset to, CancellationToken cancellation)
    {
        await Task.Yield();
        long lines = 0;
        var oldest = VisitorTraffic.MinuteOf(from - VisitorTraffic.LongestVisit);
        for (var minute = VisitorTraffic.MinuteOf(to); minute >= oldest; minute--)
        {
            cancellation.ThrowIfCancellationRequested();
            foreach (var batch in _traffic.StartingIn(minute))
            {
                if (batch.Arrival < from || batch.Arrival >= to) continue;
                lines += await _receiver.AcceptHistoryAsync(batch.Body, batch.Arrival, cancellation);
                if (_backends is not null) await _backends.AddAsync(batch.BackendSpans, cancellation);
            }
        }

        if (_backends is not null) await _backends.FlushAsync(cancellation);
        return lines;
    }
}
