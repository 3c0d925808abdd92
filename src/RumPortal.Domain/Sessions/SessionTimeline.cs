using System.Collections.Immutable;

namespace RumPortal.Domain.Sessions;

/// <summary>A session in order, as far as it was read.</summary>
/// <param name="Events">By corrected time; at equal times in the order of arrival.</param>
/// <param name="Summary">What the events say together.</param>
/// <param name="Skew">The correction that is in the events' times.</param>
/// <param name="RepeatedLines">Lines that came again byte for byte, as a retried batch does; they are left out of <paramref name="Events"/>.</param>
/// <param name="DamagedLines">Lines of which parts could not be read; they are in <paramref name="Events"/> with what was left.</param>
public sealed record SessionTimeline(
    ImmutableArray<SessionEvent> Events,
    SessionSummary Summary,
    ClockSkew Skew,
    int RepeatedLines,
    int DamagedLines)
{
    /// <summary>Time of the event since the session's first one.</summary>
    public TimeSpan OffsetOf(SessionEvent happened) => happened.Time - Summary.Start;
}
