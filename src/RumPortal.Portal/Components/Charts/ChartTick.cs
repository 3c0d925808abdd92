namespace RumPortal.Portal.Components.Charts;

/// <summary>A labelled position of an axis.</summary>
public sealed record ChartTick(double At, string Label);
