using System.Collections.Immutable;
using RumPortal.Domain.Querying;

namespace RumPortal.Clients.Loki;

/// <summary>The series that a metric query gave, with the query as sent and what it cost. No data is an empty list.</summary>
public sealed record MetricAnswer(ImmutableArray<Series> Series, ExecutedQuery Executed, IReadOnlyList<string> Warnings);
