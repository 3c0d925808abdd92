namespace RumPortal.Domain.Vitals;

/// <summary>How good a value is for the visitor, from best to worst, so that a maximum is the worst one.</summary>
public enum VitalRating
{
    Good,
    NeedsImprovement,
    Poor,
}
