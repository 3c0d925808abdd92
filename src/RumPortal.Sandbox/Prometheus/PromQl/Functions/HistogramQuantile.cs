using RumPortal.Sandbox.Labels;
using RumPortal.Sandbox.Literals;
using RumPortal.Sandbox.Prometheus.Store;
using RumPortal.Sandbox.Samples;

namespace RumPortal.Sandbox.Prometheus.PromQl.Functions;

/// <summary>A quantile out of cumulative buckets, which are samples that differ in their label <c>le</c>.</summary>
internal static class HistogramQuantile
{
    private const string UpperBound = "le";

    private static readonly string[] NotOfTheGroup = [UpperBound, MetricNames.Label];

    /// <summary>One sample for each histogram; samples without a readable bound are left out.</summary>
    public static List<Sample> Of(double quantile, List<Sample> samples)
    {
        var histograms = new OrderedDictionary<LabelSet, List<Bucket>>();
        foreach (var (labels, value) in samples)
        {
            if (!GoFloat.TryParse(labels.ValueOrEmpty(UpperBound), out var bound, out _)) continue;
            var group = labels.Without(NotOfTheGroup);
            if (!histograms.TryGetValue(group, out var buckets)) histograms.Add(group, buckets = []);
            buckets.Add(new(bound, value));
        }

        return [.. histograms.Select(histogram => new Sample(histogram.Key, Of(quantile, histogram.Value)))];
    }

    private static double Of(double quantile, List<Bucket> unsorted)
    {
        if (double.IsNaN(quantile)) return double.NaN;
        if (quantile < 0) return double.NegativeInfinity;
        if (quantile > 1) return double.PositiveInfinity;
        var buckets = Monotonic(unsorted);
        if (!double.IsPositiveInfinity(buckets[^1].Bound) || buckets.Count < 2 || buckets[^1].Count == 0) return double.NaN;
        var rank = quantile * buckets[^1].Count;
        var index = buckets.FindIndex(bucket => bucket.Count >= rank);
        // The last bucket has no upper end, and one of negative values has no lower end.
        if (index < 0 || index == buckets.Count - 1) return buckets[^2].Bound;
        if (index == 0 && buckets[0].Bound <= 0) return buckets[0].Bound;
        var below = index == 0 ? new Bucket(0, 0) : buckets[index - 1];
        return below.Bound + ((buckets[index].Bound - below.Bound) * ((rank - below.Count) / (buckets[index].Count - below.Count)));
    }

    /// <summary>Sorted by bound, those of equal bounds put together; a count that falls is raised to the one before, since counts are scraped one after the other.</summary>
    private static List<Bucket> Monotonic(List<Bucket> unsorted)
    {
        var buckets = new List<Bucket>();
        foreach (var bucket in unsorted.OrderBy(bucket => bucket.Bound))
        {
            if (buckets.Count > 0 && buckets[^1].Bound == bucket.Bound) buckets[^1] = bucket with { Count = buckets[^1].Count + bucket.Count };
            else buckets.Add(bucket);
        }

        for (var i = 1; i < buckets.Count; i++)
            if (buckets[i].Count < buckets[i - 1].Count) buckets[i] = buckets[i] with { Count = buckets[i - 1].Count };
        return buckets;
    }

    private readonly record struct Bucket(double Bound, double Count);
}
