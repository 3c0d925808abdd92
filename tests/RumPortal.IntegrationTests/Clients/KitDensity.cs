using System.Globalization;
using RumPortal.Domain.Querying;
using RumPortal.Testing.Conformance;

namespace RumPortal.IntegrationTests.Clients;

/// <summary>What queries over the bucket counts of the conformance data must give, summed here.</summary>
internal static class KitDensity
{
    private static readonly string[] Always = ["vital", "le", "scheme"];

    /// <summary>The six hours of the data; the first sample is later than the start, the last one at the end.</summary>
    public static TimeRange Range { get; } = new(new DateTimeOffset(2026, 11, 20, 0, 0, 0, TimeSpan.Zero), new DateTimeOffset(2026, 11, 20, 6, 0, 0, TimeSpan.Zero));

    public static IReadOnlyList<(LabelSet Labels, Sample Sample)> Samples { get; } = [.. KitMetrics.Of(KitMetrics.Density)];

    /// <summary>The sums behind <paramref name="after"/> up to <paramref name="until"/>, as <c>{le="2500", vital="lcp"} 7</c>.</summary>
    public static IEnumerable<string> Sums(DateTimeOffset after, DateTimeOffset until, IEnumerable<string> dimensions, Func<LabelSet, bool> where) =>
        from row in Samples
        where row.Sample.Time > after && row.Sample.Time <= until && @where(row.Labels)
        group row.Sample.Value by LabelSet.From(row.Labels.Where(label => Always.Concat(dimensions).Contains(label.Key))) into sum
        orderby Text(sum.Key, sum.Sum())
        select Text(sum.Key, sum.Sum());

    public static IEnumerable<string> Rows(IEnumerable<Series> series) => series.Select(one => Text(one.Labels, one.Sum())).Order();

    private static string Text(LabelSet labels, double value) => string.Create(CultureInfo.InvariantCulture, $"{labels} {value}");
}
