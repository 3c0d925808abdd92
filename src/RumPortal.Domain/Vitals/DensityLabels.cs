namespace RumPortal.Domain.Vitals;

/// <summary>The labels that a recorded density has beside its dimensions.</summary>
public static class DensityLabels
{
    /// <summary>Lower-case name of the vital.</summary>
    public const string Vital = "vital";

    /// <summary>Upper edge of the bucket, <see cref="BucketEdge"/>. Counts are those of the one bucket, not cumulative.</summary>
    public const string Edge = "le";

    /// <summary>Name of the <see cref="BucketScheme"/>; absent on data that other rules recorded.</summary>
    public const string Scheme = "scheme";
}
