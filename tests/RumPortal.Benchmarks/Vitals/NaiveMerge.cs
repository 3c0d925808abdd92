using System.Globalization;
using RumPortal.Domain.Vitals;

namespace RumPortal.Benchmarks.Vitals;

/// <summary>How bucket counts are usually brought together: rows under a text of their labels, then each group sorted and summed up.</summary>
internal static class NaiveMerge
{
    public static Dictionary<string, double> Percentiles(IReadOnlyList<DensityRow> rows, string[] dimensions, double percentile)
    {
        var groups = new Dictionary<string, List<(double Edge, double Count)>>(StringComparer.Ordinal);
        foreach (var row in rows)
        {
            var key = $"{row.Vital}|{string.Join('|', dimensions.Select(name => row.Labels[name]))}";
            if (!groups.TryGetValue(key, out var group)) groups.Add(key, group = []);
            group.Add((row.Edge == "+Inf" ? double.PositiveInfinity : double.Parse(row.Edge, CultureInfo.InvariantCulture), row.Count));
        }
        return groups.ToDictionary(group => group.Key, group => Percentile(group.Value, percentile), StringComparer.Ordinal);
    }

    // Prefix sums over the buckets, and a straight line within the one that holds the rank.
    private static double Percentile(List<(double Edge, double Count)> rows, double percentile)
    {
        var buckets = rows.GroupBy(row => row.Edge).Select(bucket => (Edge: bucket.Key, Count: bucket.Sum(row => row.Count))).OrderBy(bucket => bucket.Edge).ToList();
        var rank = percentile * buckets.Sum(bucket => bucket.Count);
        var (lower, below) = (0.0, 0.0);
        foreach (var (edge, count) in buckets)
        {
            if (below + count >= rank) return double.IsPositiveInfinity(edge) ? lower : lower + ((edge - lower) * (rank - below) / count);
            (lower, below) = (edge, below + count);
        }
        return lower;
    }
}
