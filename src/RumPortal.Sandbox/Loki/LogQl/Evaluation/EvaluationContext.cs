using RumPortal.Sandbox.Loki.Store;

namespace RumPortal.Sandbox.Loki.LogQl.Evaluation;

/// <summary>What all parts of one metric query share.</summary>
internal sealed record EvaluationContext(LogStore Store, StepGrid Grid, int MaxSeries, QueryStatistics Statistics, CancellationToken Cancellation);
