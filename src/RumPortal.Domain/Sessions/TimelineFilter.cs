using System.Collections.Immutable;
using RumPortal.Domain.Faro;

namespace RumPortal.Domain.Sessions;

/// <summary>Which events of a session are shown.</summary>
/// <param name="Types">The lanes; empty means all.</param>
/// <param name="Text">Must occur in the event's words or its line, letter case aside; empty means anything.</param>
public sealed record TimelineFilter(ImmutableHashSet<FaroCategory> Types, string Text)
{
    public static TimelineFilter None { get; } = new([], "");

    public bool IsNone => Types.IsEmpty && Text.Length == 0;

    public bool Matches(SessionEvent happened)
    {
        if (!Types.IsEmpty && !Types.Contains(happened.Type)) return false;
        if (Text.Length == 0) return true;
        var words = SessionEventText.Of(happened);
        return words.Title.Contains(Text, StringComparison.OrdinalIgnoreCase)
            || words.Detail.Contains(Text, StringComparison.OrdinalIgnoreCase)
            || happened.Record.ToString().Contains(Text, StringComparison.OrdinalIgnoreCase);
    }
}
