using RumPortal.Domain.Faro;

namespace RumPortal.Domain.Sessions;

/// <summary>One thing that happened in a session.</summary>
/// <param name="Record">The line that tells it; two events may share one line.</param>
/// <param name="Type">Its lane.</param>
/// <param name="Time">When it began, corrected by the session's <see cref="ClockSkew"/>.</param>
public readonly record struct SessionEvent(FaroRecord Record, FaroCategory Type, DateTimeOffset Time)
{
    /// <summary>The browser's own time as sent; null when the line has none and the time of arrival had to do.</summary>
    public DateTimeOffset? RawTime => Record.ItemTime;
}
