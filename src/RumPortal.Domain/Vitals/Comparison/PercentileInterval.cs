namespace RumPortal.Domain.Vitals.Comparison;

/// <summary>
/// The range in which the true percentile lies 19 times of 20: sampling (by order statistics, whatever the distribution) and bucket
/// width together.
/// </summary>
/// <param name="Lower">0 when there are too few measurements to bound it.</param>
/// <param name="Upper">Positive infinity when there are too few to bound it, or in the overflow bucket.</param>
public readonly record struct PercentileInterval(double Lower, double Upper)
{
    public bool IsApartFrom(PercentileInterval other) => Lower >= other.Upper || other.Lower >= Upper;

    /// <summary>Null without any measurement.</summary>
    public static PercentileInterval? Of(VitalDensity density, double percentile)
    {
        if (density.IsEmpty) return null;
        var rank = percentile * density.Count;
        var spread = Confidence.Shown * Math.Sqrt(rank * (1 - percentile));
        var (low, high) = (Math.Floor(rank - spread), Math.Ceiling(rank + spread) + 1);
        return new(low < 1 ? 0 : density.AtRank(low).Lower, high > density.Count ? double.PositiveInfinity : density.AtRank(high).Upper);
    }
}
