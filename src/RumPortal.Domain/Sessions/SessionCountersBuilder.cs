using System.Collections.Immutable;
using RumPortal.Domain.Faro;
using RumPortal.Domain.Vitals;

namespace RumPortal.Domain.Sessions;

/// <summary>Adds up the counted windows of one session.</summary>
public sealed class SessionCountersBuilder(TimeSpan window)
{
    private readonly Dictionary<(DateTimeOffset From, FaroCategory Category), int> _windows = [];
    private readonly HashSet<string> _poor = new(StringComparer.Ordinal);

    /// <summary>Adds the lines of a window that ended at <paramref name="end"/>.</summary>
    public void Add(DateTimeOffset end, FaroCategory category, int lines, string? poorVital)
    {
        if (lines <= 0) return;
        var key = (end - window, category);
        _windows[key] = _windows.GetValueOrDefault(key) + lines;
        if (poorVital is not null) _poor.Add(poorVital);
    }

    /// <summary>The counters, or null when nothing was counted.</summary>
    public SessionCounters? Build()
    {
        if (_windows.Count == 0) return null;
        var ticks = _windows.Select(w => new SessionTick(w.Key.From, w.Key.Category, w.Value)).OrderBy(t => t.From).ThenBy(t => t.Category).ToImmutableArray();
        return new SessionCounters(
            ticks[0].From,
            ticks[^1].From + window,
            window,
            ticks.GroupBy(t => t.Category).ToImmutableDictionary(group => group.Key, group => group.Sum(t => t.Lines)),
            VitalNames.All.Where(_poor.Contains).ToImmutableArray(),
            ticks);
    }
}
