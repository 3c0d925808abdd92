using System.Globalization;
using RumPortal.Domain.Querying;
using RumPortal.Domain.Vitals;

namespace RumPortal.Benchmarks.Vitals;

/// <summary>
/// Bucket counts by four labels merged to three, and their percentiles: against a dictionary of lists, each of which is sorted. The values of
/// both are compared first.
/// </summary>
internal static class MergeBenchmark
{
    private const double Percentile = 0.75;
    private static readonly string[] Dimensions = ["app_version", "browser_name", "browser_os"];

    public static async Task RunAsync()
    {
        var rows = Rows();
        Check(rows);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{rows.Count:N0} rows of four labels by {string.Join(", ", Dimensions)}; {Merged(rows).Count:N0} percentiles come out."));
        await new Contest(rounds: 11)
            .Add("naive: a dictionary of lists, each sorted", () => Task.FromResult(NaiveMerge.Percentiles(rows, Dimensions, Percentile)))
            .Add("portal: groups, and their percentiles", () => Task.FromResult(Merged(rows)))
            .RunAsync(rows.Count / 1e6, "Mrows/s", rows.Count, "row");
    }

    /// <summary>Every bucket of every vital under each of 1,600 combinations, in no order.</summary>
    private static List<DensityRow> Rows()
    {
        var random = new Random(1);
        var labels =
            from version in Enumerable.Range(110, 10)
            from browser in new[] { "Arc", "Chrome", "Edge", "Firefox", "Opera", "Safari", "Samsung Internet", "Vivaldi" }
            from system in new[] { "Android", "iOS", "Linux", "macOS", "Windows" }
            from page in new[] { "cart", "checkout", "home", "product" }
            select LabelSet.From([new("app_version", $"{version}"), new("browser_name", browser), new("browser_os", system), new("page_id", page)]);
        var rows = (
            from set in labels
            from vital in VitalNames.All
            from edge in BucketScheme.Current.Bounds[vital].Append(double.PositiveInfinity)
            let text = double.IsPositiveInfinity(edge) ? "+Inf" : edge.ToString(CultureInfo.InvariantCulture)
            select new DensityRow(set, vital, text, random.Next(1, 1_000), BucketScheme.Current.Name)).ToArray();
        random.Shuffle(rows);
        return [.. rows];
    }

    private static void Check(List<DensityRow> rows)
    {
        var (merged, naive) = (Merged(rows), NaiveMerge.Percentiles(rows, Dimensions, Percentile));
        var same = merged.Count == naive.Count && merged.All(pair => Math.Abs(naive[pair.Key] - pair.Value) <= 1e-9 * pair.Value);
        if (!same) throw new InvalidOperationException("The two ways disagree.");
    }

    private static Dictionary<string, double> Merged(List<DensityRow> rows)
    {
        var values = new Dictionary<string, double>(StringComparer.Ordinal);
        foreach (var slice in VitalGroups.By(rows, Dimensions).Slices)
            foreach (var density in slice.Densities)
                values.Add($"{density.Vital}|{slice.Labels["app_version"]}|{slice.Labels["browser_name"]}|{slice.Labels["browser_os"]}", density.Percentile(Percentile)?.Value ?? double.NaN);
        return values;
    }
}
