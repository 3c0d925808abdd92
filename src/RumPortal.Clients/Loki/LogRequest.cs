using RumPortal.Clients.Loki.LogQl;
using RumPortal.Domain.Querying;

namespace RumPortal.Clients.Loki;

/// <summary>A question for lines.</summary>
/// <param name="Query">Which lines.</param>
/// <param name="Range">When they were stored, start inclusive and end exclusive.</param>
public sealed record LogRequest(LogQuery Query, TimeRange Range)
{
    public LogDirection Direction { get; init; } = LogDirection.Backward;

    /// <summary>How many new lines a page has; the first page when several are read.</summary>
    public int PageSize { get; init; } = 500;

    /// <summary>Where to read on; null for the beginning.</summary>
    public PageCursor? After { get; init; }
}
