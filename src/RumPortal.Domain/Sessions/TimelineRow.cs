namespace RumPortal.Domain.Sessions;

/// <summary>A row of the timeline: an event, or the silence before the next one.</summary>
/// <param name="Event">Index in <see cref="SessionTimeline.Events"/>; for a gap that of the event after it.</param>
/// <param name="Gap">Set when the row is a gap.</param>
public readonly record struct TimelineRow(int Event, IdleGap? Gap);
