namespace RumPortal.Sandbox.Tempo.TraceQl.Metrics;

/// <summary>
/// The intervals of a metrics query, in Unix nanoseconds. Tempo 3.0 behaviour: the range is widened to whole steps and by one more step at its
/// start; each interval is open at its start and closed at its end, and its samples carry the time of its end.
/// </summary>
/// <remarks>start=100s end=160s step=30s: intervals (60s, 90s] (90s, 120s] (120s, 150s] (150s, 180s].</remarks>
internal readonly record struct IntervalGrid
{
    private readonly bool _instant;

    private IntervalGrid(ulong start, ulong end, ulong step, bool instant) => (Start, End, Step, _instant) = (start, end, step, instant);

    public ulong Start { get; }

    public ulong End { get; }

    public ulong Step { get; }

    public int Count => _instant ? 1 : (int)((End - Start) / Step);

    public double StepSeconds => Step / 1e9;

    public static IntervalGrid Of(ulong start, ulong end, ulong step)
    {
        var (first, last) = (start - (start % step), end % step == 0 ? end : end + step - (end % step));
        return new(first > step ? first - step : first, last, step, false);
    }

    /// <summary>One interval that is the whole range, both ends inside.</summary>
    public static IntervalGrid OfWhole(ulong start, ulong end) => new(start, end, end - start, true);

    /// <summary>The interval's number; -1 outside the range.</summary>
    public int IndexOf(ulong time)
    {
        if (_instant) return time >= Start && time <= End ? 0 : -1;
        return time > Start && time <= End ? (int)((time - Start - 1) / Step) : -1;
    }

    public ulong TimeOf(int index) => _instant ? End : Start + (((ulong)index + 1) * Step);
}
