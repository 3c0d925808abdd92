using System.Globalization;
using RumPortal.Domain.Faro;
using RumPortal.Domain.Sessions;

namespace RumPortal.Portal.Features.Sessions;

/// <summary>A rectangle of the strip, in units of its 132 x 22 view box; numbers as text because markup must not depend on the culture.</summary>
public sealed record StripMark(string Class, string X, string Y, string Width, string Height, string Radius)
{
    private const double StripWidth = 132, StripHeight = 22, Thin = 2;
    private const int SilentWindows = 6;

    // Drawn in this order, so that an error is never hidden.
    private static readonly (FaroCategory Category, string Class, double Height)[] Kinds =
    [
        (FaroCategory.Request, "request", 8),
        (FaroCategory.Vital, "vital", 10),
        (FaroCategory.Action, "action", 14),
        (FaroCategory.PageView, "page-view", 16),
        (FaroCategory.Navigation, "navigation", 16),
        (FaroCategory.Error, "error", StripHeight),
    ];

    public static IEnumerable<StripMark> Draw(SessionCounters counters)
    {
        var span = Math.Max(counters.Duration.TotalSeconds, 1);
        double At(DateTimeOffset instant) => (instant - counters.Start).TotalSeconds / span * (StripWidth - Thin);
        foreach (var (from, to) in Silences(counters))
            yield return Mark("idle", At(from), At(to) - At(from), 5, 2.5);
        foreach (var (category, name, height) in Kinds)
            foreach (var tick in counters.Ticks.Where(tick => tick.Category == category))
                yield return Mark(name, At(tick.From), Thin, height, 0.5);
    }

    private static IEnumerable<(DateTimeOffset From, DateTimeOffset To)> Silences(SessionCounters counters)
    {
        var windows = counters.Ticks.Select(tick => tick.From).Distinct().ToList();
        for (var i = 1; i < windows.Count; i++)
            if (windows[i] - windows[i - 1] > SilentWindows * counters.Window) yield return (windows[i - 1] + counters.Window, windows[i]);
    }

    private static StripMark Mark(string name, double x, double width, double height, double radius) =>
        new(name, Text(x), Text((StripHeight - height) / 2), Text(width), Text(height), Text(radius));

    private static string Text(double number) => number.ToString("0.##", CultureInfo.InvariantCulture);
}
