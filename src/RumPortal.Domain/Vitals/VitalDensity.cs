using System.Collections.Immutable;

namespace RumPortal.Domain.Vitals;

/// <summary>
/// The distribution of one vital as counts per bucket. Counts add up over any labels and any time, so a density of a quarter is the sum
/// of its days; shares at the official limits are exact, percentiles are exact up to their bucket.
/// </summary>
/// <remarks>
/// A bucket holds values above the edge before it and up to its own edge; the first begins at 0 and the last has no end. The official
/// limits are always among the edges.
/// </remarks>
public sealed class VitalDensity
{
    /// <summary>Sums of roll-ups carry rounding; a count below this is none.</summary>
    internal const double Negligible = 1e-9;

    private readonly VitalThresholds _limits;

    internal VitalDensity(string vital, string? scheme, bool isCoarsened, ImmutableArray<double> edges, ImmutableArray<double> counts)
    {
        _limits = VitalThresholds.Of(vital) ?? throw new ArgumentException($"'{vital}' is no current vital.", nameof(vital));
        Vital = vital;
        Scheme = scheme;
        IsCoarsened = isCoarsened;
        Edges = edges;
        Counts = counts;
        foreach (var count in counts) Count += count;
    }

    /// <summary>Lower-case name.</summary>
    public string Vital { get; }

    /// <summary>Name of the edge list; null when the data does not name one, or after a merge of several.</summary>
    public string? Scheme { get; }

    /// <summary>Densities of different schemes were merged, so that only their common edges are left.</summary>
    public bool IsCoarsened { get; }

    /// <summary>Finite upper edges, ascending.</summary>
    public ImmutableArray<double> Edges { get; }

    /// <summary>One count for each edge and, last, the overflow.</summary>
    public ImmutableArray<double> Counts { get; }

    /// <summary>All measurements.</summary>
    public double Count { get; }

    public bool IsEmpty => Count < Negligible;

    public VitalShares Shares
    {
        get
        {
            var (good, middle) = (0.0, 0.0);
            for (var bucket = 0; bucket < Edges.Length && Edges[bucket] <= _limits.Poor; bucket++)
            {
                if (Edges[bucket] <= _limits.Good) good += Counts[bucket];
                else middle += Counts[bucket];
            }
            var poor = 0.0;
            for (var bucket = Counts.Length - 1; bucket >= 0 && Upper(bucket) > _limits.Poor; bucket--) poor += Counts[bucket];
            return new VitalShares(good, middle, poor);
        }
    }

    /// <summary>Every bucket, empty ones too: the histogram.</summary>
    public ImmutableArray<VitalBucket> Buckets =>
        [.. Enumerable.Range(0, Counts.Length).Select(bucket => new VitalBucket(Lower(bucket), Upper(bucket), Counts[bucket], _limits.Rate(Upper(bucket))))];

    /// <exception cref="ArgumentException"><paramref name="vital"/> is no current vital.</exception>
    public static VitalDensity Empty(string vital) => From(vital, [], null, out _);

    /// <summary>Counts by the text of their upper edge. Rows that cannot be counted are left out and told by <paramref name="rejected"/>.</summary>
    /// <param name="scheme">Name of the edge list; with null or an unknown name the edges are those that occur plus the official limits.</param>
    /// <exception cref="ArgumentException"><paramref name="vital"/> is no current vital.</exception>
    public static VitalDensity From(string vital, IEnumerable<KeyValuePair<string, double>> counts, string? scheme, out RejectedRows rejected)
    {
        var intake = new DensityIntake();
        var group = new DensityCounts();
        foreach (var (edge, count) in counts) intake.Add(group, vital, scheme, edge, count);
        rejected = intake.Rejected;
        return intake.Build(group) is [var density] ? density : DensityMerge.Nothing(vital);
    }

    /// <summary>
    /// All of them as one; independent of their order. Under one scheme the edges are united, which stays exact. Of different schemes
    /// only the common edges are kept, the official limits always among them.
    /// </summary>
    /// <exception cref="ArgumentException">A density of another vital, or <paramref name="vital"/> is no current one.</exception>
    public static VitalDensity Merge(string vital, IEnumerable<VitalDensity> densities) => DensityMerge.Of(vital, densities);

    public VitalDensity Merge(VitalDensity other) => Merge(Vital, [this, other]);

    /// <summary>The estimate of a percentile; null without any measurement.</summary>
    /// <param name="percentile">0 to 1.</param>
    public PercentileEstimate? Percentile(double percentile)
    {
        if (!(percentile is >= 0 and <= 1)) throw new ArgumentOutOfRangeException(nameof(percentile), percentile, "A percentile is between 0 and 1.");
        return IsEmpty ? null : AtRank(percentile * Count);
    }

    /// <summary>The value below which <paramref name="rank"/> measurements lie (0 to <see cref="Count"/>); the density is not empty.</summary>
    internal PercentileEstimate AtRank(double rank)
    {
        rank = Snap(rank);
        var (bucket, below, last) = (0, 0.0, Counts.Length - 1);
        // An empty bucket never holds a percentile, neither the lowest nor, by rounding of fractional counts, the highest one.
        while (Counts[last] < Negligible) last--;
        while (bucket < last && (Counts[bucket] < Negligible || below + Counts[bucket] < rank)) below += Counts[bucket++];
        var (lower, upper) = (Lower(bucket), Upper(bucket));
        var value = double.IsPositiveInfinity(upper) ? lower : lower + (upper - lower) * Math.Clamp((rank - below) / Counts[bucket], 0, 1);
        return new PercentileEstimate(value, lower, upper, _limits.Rate(upper));
    }

    // 0.55 * 100 is 55.000000000000007 and would slip into the next bucket.
    private static double Snap(double rank) => Math.Abs(rank - Math.Round(rank)) <= Negligible * Math.Max(1, rank) ? Math.Round(rank) : rank;

    private double Lower(int bucket) => bucket == 0 ? 0 : Edges[bucket - 1];

    private double Upper(int bucket) => bucket < Edges.Length ? Edges[bucket] : double.PositiveInfinity;
}
