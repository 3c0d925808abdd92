using RumPortal.Sandbox.FaroReceiver;
using RumPortal.Sandbox.Visitors.Backends;

namespace RumPortal.Sandbox.Visitors;

/// <summary>
/// Fills the past: the batches that would have arrived in a range go through the receiver with their own arrival times, newest first, and the
/// backends' spans beside them.
/// </summary>
/// <param name="traffic">Who comes.</param>
/// <param name="receiver">Takes the batches.</param>
/// <param name="backends">Takes the backends' spans; null leaves them out.</param>
internal sealed class VisitorHistory(VisitorTraffic traffic, Receiver receiver, BackendExport? backends = null)
{
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
            foreach (var batch in traffic.StartingIn(minute))
            {
                if (batch.Arrival < from || batch.Arrival >= to) continue;
                lines += await receiver.AcceptHistoryAsync(batch.Body, batch.Arrival, cancellation);
                if (backends is not null) await backends.AddAsync(batch.BackendSpans, cancellation);
            }
        }

        if (backends is not null) await backends.FlushAsync(cancellation);
        return lines;
    }
}
