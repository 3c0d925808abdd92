using RumPortal.Sandbox.Literals;
using RumPortal.Sandbox.Loki.Store;

namespace RumPortal.Sandbox.Loki.LogQl.Evaluation;

/// <summary>The times at which a range query is evaluated, in nanoseconds; start and end are inclusive.</summary>
/// <remarks>
/// Loki 3.7 behaviour: the frontend moves the start down and the end up to whole steps since 1970, so a range from 10:00:30 to 10:02:10
/// by one minute gives points at 10:00, 10:01, 10:02 and 10:03.
/// </remarks>
public readonly record struct StepGrid(long Start, long End, long Step)
{
    /// <summary>A single time.</summary>
    public static StepGrid At(long time) => new(time, time, 1);

    public static StepGrid Aligned(long start, long end, long step)
    {
        var past = Floor(end, step);
        return new(Floor(start, step), past == end ? end : Nanoseconds.Plus(past, step), step);
    }

    public IEnumerable<long> Times
    {
        get
        {
            if (Start > End) yield break;
            yield return Start;
            // The count is fixed beforehand: near the end of time the sum would wrap round and never reach it.
            for (var (time, left) = (Start, (ulong)(End - Start) / (ulong)Step); left > 0; left--) yield return time += Step;
        }
    }

    /// <summary>Whether a line at this time lies in any window of the given length, so that it has to be looked at.</summary>
    public bool IsInWindow(long timestamp, long range)
    {
        if (timestamp > End) return false;
        var next = timestamp <= Start ? Start : Nanoseconds.Plus(timestamp, (Step - Rest(timestamp)) % Step);
        return timestamp > Nanoseconds.Minus(next, range);
    }

    /// <summary>The longest time that one part of the query covers, lookback included; parts are what the frontend splits a range query into.</summary>
    public long LongestPart(long range)
    {
        var interval = Math.Max(GoDuration.Hour, range);
        if (End <= Start) return range;
        if (Step >= interval) return Nanoseconds.Plus(Step, range);
        var longest = 0L;
        for (var start = Start; start < End;)
        {
            var end = Boundary(start, interval);
            if (Nanoseconds.Plus(end, Step) >= End) end = End;
            longest = Math.Max(longest, end - start);
            start = Nanoseconds.Plus(end, Step);
        }

        return Nanoseconds.Plus(longest, range);
    }

    /// <summary>The last step before the next multiple of the interval.</summary>
    private long Boundary(long time, long interval)
    {
        var next = Nanoseconds.Plus(Floor(time, interval), interval);
        var target = next - ((next - time) % Step);
        return target == next ? target - Step : target;
    }

    /// <summary>How far a time behind the start lies behind the step before it.</summary>
    private long Rest(long time) => (long)((ulong)(time - Start) % (ulong)Step);

    private static long Floor(long value, long unit) => Nanoseconds.Minus(value, value % unit < 0 ? (value % unit) + unit : value % unit);
}
