namespace RumPortal.Sandbox.Prometheus.PromQl.Evaluation;

/// <summary>A number as a function of time.</summary>
internal delegate double ScalarSource(long time);
