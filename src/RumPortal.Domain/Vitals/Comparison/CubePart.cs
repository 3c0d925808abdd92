namespace RumPortal.Domain.Vitals.Comparison;

/// <summary>One part of a cell: one version in one browser on one operating system.</summary>
/// <param name="PreviousRow">The next older row in which the same column and split has enough measurements; null when there is none.</param>
/// <param name="PreviousValue">The percentile there.</param>
public sealed record CubePart(string Row, string Column, string Split, VitalSummary Summary, string? PreviousRow, double? PreviousValue)
{
    /// <summary>Growth against the row before, 0.5 for half as much again; null without one, or when that was zero.</summary>
    public double? Growth => PreviousValue > 0 ? Summary.Value / PreviousValue - 1 : null;
}
