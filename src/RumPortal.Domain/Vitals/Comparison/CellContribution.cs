using RumPortal.Domain.Querying;

namespace RumPortal.Domain.Vitals.Comparison;

/// <summary>What one cell of dimensions did to a share of the whole.</summary>
/// <param name="Before">Counts of the cell in the earlier period; all zero for a cell that is new.</param>
/// <param name="After">Counts in the later period; all zero for a cell that is gone.</param>
/// <param name="Real">The part that comes from the cell's own share having changed, at its mean weight.</param>
/// <param name="Mix">The part that comes from the cell's weight having changed, at its mean distance from the whole.</param>
public sealed record CellContribution(LabelSet Labels, VitalShares Before, VitalShares After, double Real, double Mix)
{
    /// <summary>How far the cell moved the share of the whole, in parts of one.</summary>
    public double Whole => Real + Mix;

    /// <summary>False when a period has too few measurements of the cell to read its own shares.</summary>
    public bool IsEnough => SampleGuard.IsEnough(Before.Count) && SampleGuard.IsEnough(After.Count);
}
