using System.Collections.Frozen;
using System.Collections.Immutable;

namespace RumPortal.Sandbox.Tempo.TraceQl.Syntax;

/// <summary>A whole query.</summary>
/// <param name="Pipeline">What finds spans.</param>
/// <param name="Metric">Null for a search.</param>
/// <param name="SeriesStages">After <paramref name="Metric"/>.</param>
/// <param name="Hints">Of <c>with(...)</c>.</param>
public sealed record TraceQlQuery(Pipeline Pipeline, MetricStage? Metric, ImmutableArray<SeriesStage> SeriesStages, FrozenDictionary<string, Value> Hints);
