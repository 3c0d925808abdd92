namespace RumPortal.Domain.Vitals;

/// <summary>
/// How many measurements are good, need improvement and are poor. Exact for any slice and range, because the official limits are
/// bucket edges.
/// </summary>
public readonly record struct VitalShares(double Good, double NeedsImprovement, double Poor)
{
    public double Count => Good + NeedsImprovement + Poor;

    public double CountOf(VitalRating rating) => rating switch
    {
        VitalRating.Good => Good,
        VitalRating.NeedsImprovement => NeedsImprovement,
        _ => Poor,
    };

    /// <summary>Part of all measurements, 0 to 1; null without any.</summary>
    public double? ShareOf(VitalRating rating) => Count > 0 ? CountOf(rating) / Count : null;
}
