namespace RumPortal.Sandbox.FaroReceiver;

/// <summary>Arrival times in Unix nanoseconds that never repeat: Loki keeps one of two equal lines with one time.</summary>
internal sealed class ArrivalClock(TimeProvider time)
{
    private long _last;

    public long Next()
    {
        var now = Nanoseconds(time.GetUtcNow());
        while (true)
        {
            var last = Interlocked.Read(ref _last);
            var next = Math.Max(now, last + 1);
            if (Interlocked.CompareExchange(ref _last, next, last) == last) return next;
        }
    }

    public static long Nanoseconds(DateTimeOffset instant) => (instant - DateTimeOffset.UnixEpoch).Ticks * 100;
}
