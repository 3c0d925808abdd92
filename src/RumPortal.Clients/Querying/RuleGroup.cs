using System.Collections.Immutable;

namespace RumPortal.Clients.Querying;

/// <summary>A group of rules as the server that evaluates it sees it: Prometheus, Mimir, or Loki's ruler.</summary>
/// <param name="Name">Unique within its file.</param>
/// <param name="File">The file, or the namespace where rules come by an API.</param>
/// <param name="Interval">The time between evaluations; null when the server does not say.</param>
/// <param name="LastEvaluation">Null before the first.</param>
/// <param name="EvaluationTime">How long the last evaluation took.</param>
/// <param name="Rules">In the order of evaluation.</param>
public sealed record RuleGroup(
    string Name,
    string File,
    TimeSpan? Interval,
    DateTimeOffset? LastEvaluation,
    TimeSpan? EvaluationTime,
    ImmutableArray<RuleState> Rules);
