using System.Collections.Immutable;

namespace RumPortal.Sandbox.Tempo.TraceQl.Syntax;

/// <summary>The function that turns spans into series.</summary>
/// <param name="Function">Such as <c>rate</c>.</param>
/// <param name="Of">What it measures; null for those that count spans.</param>
/// <param name="By">One series for each combination of these.</param>
/// <param name="Quantiles">Of <c>quantile_over_time</c>, from 0 to 1.</param>
public sealed record MetricStage(string Function, FieldExpression? Of, ImmutableArray<FieldExpression> By, ImmutableArray<double> Quantiles);
