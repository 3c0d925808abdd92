using RumPortal.Sandbox.Labels;

namespace RumPortal.Sandbox.Prometheus.OpenMetrics;

/// <summary>One sample of a metrics file; the metric's name is among the labels.</summary>
public readonly record struct MetricSample(LabelSet Labels, long TimestampMs, double Value);
