namespace RumPortal.Domain.Vitals;

/// <summary>One bar of the distribution: values above <paramref name="Lower"/> up to and with <paramref name="Upper"/>.</summary>
/// <param name="Lower">The edge below; 0 for the first bucket.</param>
/// <param name="Upper">Infinite for the overflow bucket.</param>
/// <param name="Count">Measurements in this bucket alone.</param>
/// <param name="Rating">Of every value in the bucket, since the limits are edges.</param>
public readonly record struct VitalBucket(double Lower, double Upper, double Count, VitalRating Rating)
{
    public string Edge => BucketEdge.Text(Upper);
}
