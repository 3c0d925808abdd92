using System.Collections.Immutable;
using RumPortal.Domain.Faro;

namespace RumPortal.Domain.Sessions;

/// <summary>
/// Turns the lines of one session, given in any order, into its timeline. <see cref="Build"/> may be called at any time: first for the
/// lines at hand, later for all.
/// </summary>
/// <remarks>Not thread safe. The events keep the memory of their lines alive.</remarks>
public sealed class SessionTimelineBuilder(string sessionId)
{
    private readonly List<FaroRecord> _records = [];
    private readonly HashSet<FaroRecord> _seen = new(LineComparer.Instance);
    private int _repeated;
    private int _damaged;

    public int LineCount => _records.Count + _repeated;

    /// <summary>Takes a line; one that belongs to another session is ignored and answered with false.</summary>
    public bool Add(FaroRecord record)
    {
        if (record.Meta.SessionId != sessionId) return false;
        if (!_seen.Add(record))
        {
            _repeated++;
            return true;
        }
        _records.Add(record);
        if (record.IsDamaged || record.IsTruncated) _damaged++;
        return true;
    }

    public SessionTimeline Build()
    {
        var skew = ClockSkew.Estimate(_records.Where(r => r.ItemTime is not null).Select(r => r.ArrivalTime - r.ItemTime.GetValueOrDefault()).ToList());
        var events = ImmutableArray.CreateBuilder<SessionEvent>(_records.Count + _records.Count / 8);
        foreach (var record in _records) AddEvents(events, record, skew);
        events.Sort(InOrder);
        var ordered = events.DrainToImmutable();
        return new SessionTimeline(ordered, SessionSummaryBuilder.Build(sessionId, ordered), skew, _repeated, _damaged);
    }

    private static void AddEvents(ImmutableArray<SessionEvent>.Builder events, FaroRecord record, ClockSkew skew)
    {
        var type = TimelineLanes.Of(record);
        var time = record.ItemTime is { } raw ? skew.Correct(raw) : record.ArrivalTime;
        // A request is stamped with its end; in the story it stands where it began. Resource timings carry the start already.
        if (type == FaroCategory.Request && FaroHttpRequest.Of(record)?.Duration is { } duration && time - DateTimeOffset.MinValue > duration) time -= duration;
        events.Add(new SessionEvent(record, type, time));
        if (NavigationTiming.Of(record) is { } timing && DateTimeOffset.MaxValue - time > timing.Load)
            events.Add(new SessionEvent(record, FaroCategory.Navigation, time + timing.Load));
    }

    private static int InOrder(SessionEvent one, SessionEvent other)
    {
        var byTime = one.Time.CompareTo(other.Time);
        if (byTime != 0) return byTime;
        var byArrival = one.Record.ArrivalNanoseconds.CompareTo(other.Record.ArrivalNanoseconds);
        return byArrival != 0 ? byArrival : one.Type.CompareTo(other.Type);
    }
}
