using RumPortal.Sandbox.Labels;

namespace RumPortal.Sandbox.Prometheus.Store;

/// <summary>A copy of the samples of one series, oldest first; times in milliseconds since 1970, staleness markers included.</summary>
public sealed record SeriesSamples(LabelSet Labels, long[] Times, double[] Values);
