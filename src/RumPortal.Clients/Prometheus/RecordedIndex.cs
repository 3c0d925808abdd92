using System.Collections.Immutable;

namespace RumPortal.Clients.Prometheus;

/// <summary>What is recorded for a scope.</summary>
/// <param name="Tiers">The resolutions that have series, the coarsest first; none where nothing is recorded.</param>
/// <param name="Sets">The sets of keys; none where nothing is recorded.</param>
/// <param name="Warnings">What the backend warns of, usually none: something may be missing here.</param>
public sealed record RecordedIndex(
    ImmutableArray<RecordedTier> Tiers, ImmutableArray<RecordedSet> Sets, IReadOnlyList<string> Warnings);
