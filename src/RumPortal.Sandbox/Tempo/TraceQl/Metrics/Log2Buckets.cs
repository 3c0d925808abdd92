using System.Numerics;

namespace RumPortal.Sandbox.Tempo.TraceQl.Metrics;

/// <summary>
/// Counts of values in buckets that end at powers of two, which is how Tempo estimates quantiles. Durations are bucketed in nanoseconds and
/// told in seconds.
/// </summary>
internal sealed class Log2Buckets
{
    private readonly SortedDictionary<double, int> _counts = [];

    /// <summary>The upper end of a value's bucket; null for what Tempo does not put in one: values below 2, texts, fractions.</summary>
    public static double? BucketOf(Value value) => value.Kind switch
    {
        ValueKind.WholeNumber when value.Whole >= 2 => PowerAbove(value.Whole),
        ValueKind.Duration when value.Whole >= 2 => PowerAbove(value.Whole) / 1e9,
        _ => null,
    };

    public void Add(double bucket) => _counts[bucket] = _counts.GetValueOrDefault(bucket) + 1;

    /// <summary>Interpolates exponentially within the bucket that holds the quantile. There must be a value.</summary>
    public double Quantile(double quantile)
    {
        var wanted = Math.Max(1, (int)Math.Ceiling(quantile * _counts.Values.Sum()));
        var (seen, below) = (0, double.NaN);
        foreach (var (bucket, count) in _counts)
        {
            if (seen + count == wanted) return bucket;
            if (seen + count > wanted)
            {
                var top = Math.Log2(bucket);
                var bottom = double.IsNaN(below) ? top - 1 : Math.Log2(below);
                return Math.Pow(2, bottom + ((top - bottom) * (wanted - seen) / count));
            }

            seen += count;
            below = bucket;
        }

        return below;
    }

    private static double PowerAbove(long value) => Math.ScaleB(1, 64 - BitOperations.LeadingZeroCount((ulong)value - 1));
}
