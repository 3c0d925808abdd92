namespace RumPortal.Clients.Loki.LogQl;

/// <summary><c>| logfmt</c>: every key becomes a label; in a metric query only those that it needs are read.</summary>
public sealed record Logfmt : MetricStage;
