namespace RumPortal.Portal.Components.Charts;

/// <summary>A dashed horizontal line at a value, with a label at its right end.</summary>
public sealed record ChartLevel(double At, string Label, string Color);
