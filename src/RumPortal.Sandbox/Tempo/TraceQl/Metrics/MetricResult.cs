namespace RumPortal.Sandbox.Tempo.TraceQl.Metrics;

/// <summary>The series of a metrics query, those without any value left out.</summary>
/// <param name="Series">In no order.</param>
/// <param name="CutShort">There would have been more groups than the limit.</param>
public sealed record MetricResult(IReadOnlyList<TimeSeries> Series, bool CutShort);
