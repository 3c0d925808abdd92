using RumPortal.Domain.Querying;
using RumPortal.Domain.Vitals;

namespace RumPortal.UnitTests.Vitals;

/// <summary>Measured values as rules would record them: counted into the buckets of the current scheme.</summary>
internal static class Measurements
{
    public static LabelSet Labels(params (string Name, string Value)[] labels) =>
        LabelSet.From(labels.Select(label => new KeyValuePair<string, string>(label.Name, label.Value)));

    public static IEnumerable<DensityRow> Rows(LabelSet labels, string vital, params IEnumerable<double> values) =>
        values.CountBy(value => EdgeOf(vital, value)).Select(bucket => new DensityRow(labels, vital, BucketEdge.Text(bucket.Key), bucket.Value, BucketScheme.Current.Name));

    public static VitalDensity Density(string vital, params IEnumerable<double> values) =>
        VitalDensity.From(vital, values.CountBy(value => BucketEdge.Text(EdgeOf(vital, value))).Select(b => new KeyValuePair<string, double>(b.Key, b.Value)),
            BucketScheme.Current.Name, out _);

    /// <summary>So many good, middling and poor values of LCP.</summary>
    public static IEnumerable<double> Lcp(int good, int middle, int poor) =>
        [.. Enumerable.Repeat(1200.0, good), .. Enumerable.Repeat(3000.0, middle), .. Enumerable.Repeat(5000.0, poor)];

    /// <summary>Long-tailed values as page loads have them.</summary>
    public static double[] LogNormal(Random random, int count, double median, double spread) =>
    [
        .. Enumerable.Range(0, count).Select(_ => median * Math.Exp(spread * Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble()))),
    ];

    /// <summary>The smallest value that at least this part of all values does not exceed.</summary>
    public static double Quantile(double[] values, double part) => values.Order().ElementAt((int)Math.Ceiling(part * values.Length) - 1);

    private static double EdgeOf(string vital, double value)
    {
        foreach (var edge in BucketScheme.Current.Bounds[vital])
        {
            if (value <= edge) return edge;
        }
        return double.PositiveInfinity;
    }
}
