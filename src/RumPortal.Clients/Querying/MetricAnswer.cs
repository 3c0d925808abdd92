using System.Collections.Immutable;
using RumPortal.Domain.Querying;

namespace RumPortal.Clients.Querying;

/// <summary>The series that a metric query gave, with the query as sent and what it cost. No data is an empty list.</summary>
/// <param name="Series">The rows.</param>
/// <param name="Executed">The query.</param>
/// <param name="Warnings">What the backend warns of, usually none: parts of the data may be missing.</param>
public sealed record MetricAnswer(ImmutableArray<Series> Series, ExecutedQuery Executed, IReadOnlyList<string> Warnings)
{
    /// <summary>Remarks that cast no doubt on the data.</summary>
    public IReadOnlyList<string> Infos { get; init; } = [];

    /// <summary>How many samples the backend read; null when it does not say.</summary>
    public long? Samples { get; init; }

    /// <summary><see cref="Completeness.Cut"/> when the backend warns: a truncated result, or a store that did not answer it.</summary>
    public Completeness Completeness => Warnings.Count == 0 ? Completeness.Complete : Completeness.Cut;
}
