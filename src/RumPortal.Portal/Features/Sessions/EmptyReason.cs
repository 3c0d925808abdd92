namespace RumPortal.Portal.Features.Sessions;

/// <summary>Why a list of sessions is empty, found out by asking again with less.</summary>
public abstract record EmptyReason
{
    /// <summary>No line at all; with the newest one before the range, when there is one within 30 days.</summary>
    public sealed record NothingInRange(DateTimeOffset? LastLine) : EmptyReason;

    /// <summary>There are sessions, but none that passes the filters.</summary>
    public sealed record FilterRemovesAll : EmptyReason;

    /// <summary>There are lines, but they name no session.</summary>
    public sealed record NoSessionIds : EmptyReason;
}
