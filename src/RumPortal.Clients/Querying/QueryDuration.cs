using System.Globalization;

namespace RumPortal.Clients.Querying;

/// <summary>Durations as queries write them: <c>90s</c>, <c>5m</c>, <c>6h</c>, <c>250ms</c>.</summary>
public static class QueryDuration
{
    /// <summary>In the largest unit that leaves no rest.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not positive, or finer than a millisecond.</exception>
    public static string Format(TimeSpan duration)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(duration, TimeSpan.Zero);
        (long Ticks, string Name)[] units =
        [
            (TimeSpan.TicksPerHour, "h"),
            (TimeSpan.TicksPerMinute, "m"),
            (TimeSpan.TicksPerSecond, "s"),
            (TimeSpan.TicksPerMillisecond, "ms"),
        ];
        foreach (var (ticks, name) in units)
            if (duration.Ticks % ticks == 0) return (duration.Ticks / ticks).ToString(CultureInfo.InvariantCulture) + name;
        throw new ArgumentOutOfRangeException(nameof(duration), duration, "Queries count in whole milliseconds.");
    }
}
