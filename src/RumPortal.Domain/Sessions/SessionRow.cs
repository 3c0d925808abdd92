namespace RumPortal.Domain.Sessions;

/// <summary>A session in a list, as far as one of its lines tells.</summary>
/// <param name="Seen">When the newest line that made the session known was stored: the beginning of its latest page load, as a rule.</param>
/// <param name="IsStart">Whether that line is the session's first, so that nothing of it is older.</param>
/// <param name="Page">The page of that line.</param>
/// <param name="Counters">How much happened; null until it was counted.</param>
public sealed record SessionRow(
    string Id,
    string App,
    string? Environment,
    string? Version,
    Visitor Visitor,
    string? Browser,
    string? OperatingSystem,
    string? Page,
    DateTimeOffset Seen,
    bool IsStart,
    SessionCounters? Counters);
