using System.Collections.Immutable;
using RumPortal.Domain.Faro;

namespace RumPortal.Domain.Sessions;

/// <summary>
/// What was counted of a session, in windows of <paramref name="Window"/> by the time of arrival. Times are therefore exact to one window;
/// counts are exact.
/// </summary>
/// <param name="Start">Start of the first window with a line.</param>
/// <param name="End">End of the last window with a line.</param>
/// <param name="Counts">Lines by category; categories without one are absent.</param>
/// <param name="PoorVitals">Names of the vitals that were poor at least once, lower case, core vitals first.</param>
/// <param name="Ticks">For the strip: what was seen in which window, by time.</param>
public sealed record SessionCounters(
    DateTimeOffset Start,
    DateTimeOffset End,
    TimeSpan Window,
    ImmutableDictionary<FaroCategory, int> Counts,
    ImmutableArray<string> PoorVitals,
    ImmutableArray<SessionTick> Ticks)
{
    public TimeSpan Duration => End - Start;

    /// <summary>The share of windows in which something happened, 0 to 1.</summary>
    public double ActiveShare => Ticks.Select(tick => tick.From).Distinct().Count() / Math.Max(1, Duration / Window);

    public int CountOf(FaroCategory category) => Counts.GetValueOrDefault(category);

    /// <summary>Documents loaded and views changed.</summary>
    public int Pages => CountOf(FaroCategory.PageView) + CountOf(FaroCategory.Navigation);
}
