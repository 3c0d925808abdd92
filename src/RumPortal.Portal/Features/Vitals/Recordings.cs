using System.Collections.Immutable;
using System.ComponentModel;
using RumPortal.Clients.Prometheus;

namespace RumPortal.Portal.Features.Vitals;

/// <summary>What the metrics backend has recorded for a scope.</summary>
/// <param name="Index">Sets and tiers; null when the backend failed.</param>
/// <param name="Since">The oldest sample of any set; null when there is none, or it is not known.</param>
/// <param name="Newest">The newest sample.</param>
/// <param name="Failure">Why there is no index, as a sentence.</param>
[ImmutableObject(true)]
public sealed record Recordings(RecordedIndex? Index, DateTimeOffset? Since, DateTimeOffset? Newest, string? Failure)
{
    /// <summary>The oldest sample of each of the index's sets, in their order; empty where that is not known.</summary>
    public ImmutableArray<DateTimeOffset?> SinceOfEachSet { get; init; } = [];

    /// <summary>Since when a set of the index is recorded.</summary>
    public DateTimeOffset? SinceOf(RecordedSet set) =>
        Index?.Sets.IndexOf(set) is { } place and >= 0 && place < SinceOfEachSet.Length ? SinceOfEachSet[place] : Since;
}
