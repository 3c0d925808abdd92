using System.Collections.Immutable;
using RumPortal.Domain.Faro;
using RumPortal.Domain.Vitals;

namespace RumPortal.Domain.Sessions;

/// <summary>One pass over a session's ordered events.</summary>
internal static class SessionSummaryBuilder
{
    private const int MostAttributes = 100;

    public static SessionSummary Build(string sessionId, ImmutableArray<SessionEvent> events)
    {
        if (events.IsEmpty) return Empty(sessionId);
        // The newest line is the best witness: users sign in late, and a page may be resized or translated on the way.
        var newest = events[^1].Record.Meta;
        string? Newest(Func<FaroMeta, string?> value) => value(newest) ?? NewestWith(events, value);
        return new SessionSummary(
            sessionId, events[0].Time, events[^1].Time, ActiveTime(events),
            Newest(m => m.AppName), Newest(m => m.AppEnvironment),
            events.Select(e => e.Record.Meta.AppVersion).OfType<string>().Distinct().ToImmutableArray(),
            VisitorOf(events),
            Joined(Newest(m => m.BrowserName), Newest(m => m.BrowserVersion)), Newest(m => m.BrowserOs), Newest(m => m.Language),
            newest.ViewportWidth is { } width && newest.ViewportHeight is { } height ? $"{width} × {height}" : null,
            Joined(Newest(m => m.SdkName), Newest(m => m.SdkVersion)),
            NewestWith(events, m => m.PreviousSessionId),
            events.GroupBy(e => e.Type).ToImmutableDictionary(group => group.Key, group => group.Count()),
            VitalsOf(events),
            AttributesOf(events[^1].Record));
    }

    private static SessionSummary Empty(string sessionId) => new(
        sessionId, default, default, default, null, null, [], Visitor.Anonymous, null, null, null, null, null, null,
        ImmutableDictionary<FaroCategory, int>.Empty, [], []);

    private static string? NewestWith(ImmutableArray<SessionEvent> events, Func<FaroMeta, string?> value)
    {
        for (var i = events.Length - 1; i >= 0; i--)
            if (value(events[i].Record.Meta) is { } found) return found;
        return null;
    }

    private static Visitor VisitorOf(ImmutableArray<SessionEvent> events)
    {
        for (var i = events.Length - 1; i >= 0; i--)
        {
            var meta = events[i].Record.Meta;
            if (meta.UserId is not null || meta.UserName is not null || meta.UserEmail is not null) return new Visitor(meta.UserId, meta.UserName, meta.UserEmail);
        }
        return Visitor.Anonymous;
    }

    private static TimeSpan ActiveTime(ImmutableArray<SessionEvent> events)
    {
        var active = TimeSpan.Zero;
        for (var i = 1; i < events.Length; i++)
            if (events[i].Time - events[i - 1].Time is var gap && gap < IdleGap.Threshold) active += gap;
        return active;
    }

    private static ImmutableArray<SessionVital> VitalsOf(ImmutableArray<SessionEvent> events)
    {
        var last = new Dictionary<(string Name, string Page), SessionVital>();
        foreach (var happened in events)
        {
            if (happened.Type != FaroCategory.Vital || FaroWebVital.Of(happened.Record) is not { } vital || VitalThresholds.Of(vital.Name) is not { } limits) continue;
            var meta = happened.Record.Meta;
            last[(vital.Name, vital.Id ?? "")] = new SessionVital(vital.Name, vital.Value, limits.Rate(vital.Value), meta.PageId ?? meta.PageUrl);
        }
        return last.Values.OrderByDescending(v => v.Rating).ThenByDescending(v => v.Severity).ThenBy(v => v.Name, StringComparer.Ordinal).ToImmutableArray();
    }

    private static ImmutableArray<KeyValuePair<string, string>> AttributesOf(FaroRecord record)
    {
        var attributes = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var field in record.Fields)
        {
            var key = field.Key;
            var isAttribute = key.StartsWith(FaroFields.SessionAttributePrefix, StringComparison.Ordinal) || key.StartsWith(FaroFields.UserAttributePrefix, StringComparison.Ordinal);
            if (isAttribute && key != FaroFields.PreviousSession && attributes.Count < MostAttributes) attributes.TryAdd(key, field.Value.ToString());
        }
        return attributes.ToImmutableArray();
    }

    private static string? Joined(string? name, string? version) => name is null ? null : version is null ? name : $"{name} {version}";
}
