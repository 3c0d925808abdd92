namespace RumPortal.Portal.Components.Charts;

/// <summary>A dashed vertical line at a position, with a label at its top.</summary>
public sealed record ChartMark(double At, string Label, string Color);
