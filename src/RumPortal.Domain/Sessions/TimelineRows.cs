using System.Collections.Immutable;

namespace RumPortal.Domain.Sessions;

/// <summary>Computes what a virtualised list shows; the list itself only draws.</summary>
public static class TimelineRows
{
    /// <summary>
    /// The events that pass the filter, in order. Gaps stand between events of the whole session, so they are shown only while nothing
    /// is filtered out: a silence among the filtered events is no silence of the visitor.
    /// </summary>
    public static ImmutableArray<TimelineRow> Build(SessionTimeline timeline, TimelineFilter filter)
    {
        var rows = ImmutableArray.CreateBuilder<TimelineRow>(timeline.Events.Length);
        for (var i = 0; i < timeline.Events.Length; i++)
        {
            var happened = timeline.Events[i];
            if (filter.IsNone && i > 0 && happened.Time - timeline.Events[i - 1].Time >= IdleGap.Threshold)
                rows.Add(new TimelineRow(i, new IdleGap(timeline.Events[i - 1].Time, happened.Time)));
            if (filter.Matches(happened)) rows.Add(new TimelineRow(i, null));
        }
        return rows.DrainToImmutable();
    }

    /// <summary>The row at or after a moment of the session (an offset from its start), or the last one; -1 without rows.</summary>
    public static int IndexAt(ImmutableArray<TimelineRow> rows, SessionTimeline timeline, TimeSpan moment)
    {
        for (var i = 0; i < rows.Length; i++)
            if (rows[i].Gap is null && timeline.OffsetOf(timeline.Events[rows[i].Event]) >= moment) return i;
        return rows.Length - 1;
    }
}
