using System.Globalization;

namespace RumPortal.Portal.Components.Time;

/// <summary>Durations as text, with units.</summary>
public static class Durations
{
    /// <summary>Two units at most: <c>4 s</c>, <c>6 min</c>, <c>3 h 12 min</c>, <c>3 d 4 h</c>.</summary>
    public static string Rough(TimeSpan duration)
    {
        if (duration < TimeSpan.FromMinutes(1)) return string.Create(CultureInfo.InvariantCulture, $"{Math.Max(0, (int)duration.TotalSeconds)} s");
        if (duration < TimeSpan.FromHours(1)) return string.Create(CultureInfo.InvariantCulture, $"{(int)duration.TotalMinutes} min");
        if (duration < TimeSpan.FromDays(1)) return duration.Minutes == 0 ? string.Create(CultureInfo.InvariantCulture, $"{(int)duration.TotalHours} h") : string.Create(CultureInfo.InvariantCulture, $"{(int)duration.TotalHours} h {duration.Minutes} min");
        return duration.Hours == 0 ? string.Create(CultureInfo.InvariantCulture, $"{(int)duration.TotalDays} d") : string.Create(CultureInfo.InvariantCulture, $"{(int)duration.TotalDays} d {duration.Hours} h");
    }

    /// <summary>As on a clock: <c>0:31</c>, <c>12:18</c>, <c>1:02:19</c>.</summary>
    public static string Clock(TimeSpan duration)
    {
        var sign = duration < TimeSpan.Zero ? "−" : "";
        duration = duration.Duration();
        return duration < TimeSpan.FromHours(1)
            ? string.Create(CultureInfo.InvariantCulture, $"{sign}{(int)duration.TotalMinutes}:{duration.Seconds:00}")
            : string.Create(CultureInfo.InvariantCulture, $"{sign}{(int)duration.TotalHours}:{duration.Minutes:00}:{duration.Seconds:00}");
    }

    /// <summary>A measured time: <c>588 ms</c>, <c>4.21 s</c>.</summary>
    public static string Measured(TimeSpan duration) =>
        duration.TotalMilliseconds < 999.5 ? string.Create(CultureInfo.InvariantCulture, $"{duration.TotalMilliseconds:0} ms") : string.Create(CultureInfo.InvariantCulture, $"{duration.TotalSeconds:0.00} s");
}
