namespace RumPortal.Domain.Vitals;

/// <summary>A vital in one line: what a tile and a table row show.</summary>
/// <param name="Vital">Lower-case name.</param>
/// <param name="Percentile">Which percentile <paramref name="Estimate"/> is, 0 to 1.</param>
/// <param name="Estimate">Null without any measurement.</param>
/// <param name="Shares">Exact counts by rating.</param>
public sealed record VitalSummary(string Vital, double Percentile, PercentileEstimate? Estimate, VitalShares Shares)
{
    public double? Value => Estimate?.Value;

    public VitalRating? Rating => Estimate?.Rating;

    public double Count => Shares.Count;

    public bool IsEnough => SampleGuard.IsEnough(Count);

    /// <summary>The percentile relative to the good limit, comparable across vitals: 1 at the limit. Null without any measurement.</summary>
    public double? Severity => Value / VitalThresholds.Of(Vital)?.Good;

    public static VitalSummary Of(VitalDensity density, double percentile = VitalPercentile.Default) =>
        new(density.Vital, percentile, density.Percentile(percentile), density.Shares);
}
