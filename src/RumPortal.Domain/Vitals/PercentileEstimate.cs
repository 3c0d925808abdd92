namespace RumPortal.Domain.Vitals;

/// <summary>
/// A percentile as far as bucket counts tell it. The exact one lies above <paramref name="Lower"/> and not above
/// <paramref name="Upper"/>; <paramref name="Value"/> assumes values spread evenly inside the bucket, as histogram_quantile does in PromQL.
/// </summary>
/// <param name="Value">The estimate; in the overflow bucket the last finite edge, so "at least this".</param>
/// <param name="Lower">Lower edge of the bucket.</param>
/// <param name="Upper">Upper edge of the bucket; positive infinity in the overflow bucket.</param>
/// <param name="Rating">Exact, since the official limits are bucket edges.</param>
public readonly record struct PercentileEstimate(double Value, double Lower, double Upper, VitalRating Rating)
{
    /// <summary>The value is beyond the last edge: show it as "over".</summary>
    public bool IsOverflow => double.IsPositiveInfinity(Upper);
}
