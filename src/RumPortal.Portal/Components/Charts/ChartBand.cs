namespace RumPortal.Portal.Components.Charts;

/// <summary>A horizontal band between two values, behind the traces.</summary>
public sealed record ChartBand(double From, double To, string Color);
