using RumPortal.Domain.Querying;

namespace RumPortal.Portal.Components.Time;

/// <summary>A range with a name.</summary>
public sealed record TimePreset(string Label, TimeSelection Time)
{
    public static IReadOnlyList<TimePreset> All { get; } =
    [
        new("Last 15 minutes", TimeSelection.Last("15m")),
        new("Last hour", TimeSelection.Last("1h")),
        new("Last 6 hours", TimeSelection.Last("6h")),
        new("Last 24 hours", TimeSelection.Last("24h")),
        new("Last 7 days", TimeSelection.Last("7d")),
        new("Last 30 days", TimeSelection.Last("30d")),
    ];
}
