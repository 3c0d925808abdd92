using System.Collections.Immutable;

namespace RumPortal.Domain.Traces.Propagation;

/// <summary>What the doctor says about one part of the requests.</summary>
public sealed record RouteFinding
{
    public required RequestPart Part { get; init; }

    public required LinkedRate Rate { get; init; }

    /// <summary>
    /// That of the rate. Where the verdict is about the whole origin, its requests on all routes count together: a route with few of them is then not
    /// called <see cref="RouteState.TooFew"/>.
    /// </summary>
    public required RouteState State { get; init; }

    /// <summary>The most frequent reason of those that are not linked; <see cref="PropagationVerdict.Linked"/> while nothing systematic is wrong.</summary>
    public required PropagationVerdict Verdict { get; init; }

    /// <summary>Requests by verdict, those of <see cref="PropagationVerdict.Linked"/> included.</summary>
    public required ImmutableSortedDictionary<PropagationVerdict, int> Counts { get; init; }

    /// <summary>Null while there is nothing to be sure of.</summary>
    public Confidence? Confidence { get; init; }

    public ImmutableArray<EvidenceItem> Evidence { get; init; } = [];

    public ImmutableArray<ProofPair> Proofs { get; init; } = [];

    public required LinkedTrend Trend { get; init; }

    /// <summary>Null while nothing is wrong.</summary>
    public BrokenSince? Since { get; init; }

    /// <summary>Null while there is nothing to mend.</summary>
    public ProposedFix? Fix { get; init; }

    /// <summary>Null unless a moment to compare at was chosen.</summary>
    public Recheck? Recheck { get; init; }

    public bool HasVerdict => Verdict != PropagationVerdict.Linked;
}
