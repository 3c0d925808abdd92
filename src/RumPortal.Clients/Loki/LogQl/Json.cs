namespace RumPortal.Clients.Loki.LogQl;

/// <summary><c>| json</c>: every member becomes a label. A line that is no JSON gets the label <c>__error__</c>.</summary>
public sealed record Json : MetricStage;
