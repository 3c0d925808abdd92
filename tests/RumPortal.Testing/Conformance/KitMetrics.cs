using System.Globalization;
using System.IO.Compression;
using System.Text.RegularExpressions;
using RumPortal.Domain.Querying;

namespace RumPortal.Testing.Conformance;

/// <summary>The metrics of the conformance data: bucket counts as a ruler records them, and a counter.</summary>
public static partial class KitMetrics
{
    public const string Density = "rum_vital_density:count5m";

    private static readonly Lazy<string> AllText = new(Read);

    /// <summary>The OpenMetrics text.</summary>
    public static string Text => AllText.Value;

    /// <summary>The samples of a metric, in the order of the text; their labels lack the name.</summary>
    public static IEnumerable<(LabelSet Labels, Sample Sample)> Of(string metric) =>
        from line in Text.Split('\n')
        where line.StartsWith(metric + "{", StringComparison.Ordinal)
        let numbers = line[(line.LastIndexOf('}') + 1)..].Split(' ', StringSplitOptions.RemoveEmptyEntries)
        let labels = Label().Matches(line).Select(match => new KeyValuePair<string, string>(match.Groups[1].Value, match.Groups[2].Value))
        select (LabelSet.From(labels), new Sample(DateTimeOffset.FromUnixTimeSeconds(Long(numbers[1])), double.Parse(numbers[0], CultureInfo.InvariantCulture)));

    private static long Long(string text) => long.Parse(text, CultureInfo.InvariantCulture);

    private static string Read()
    {
        using var file = new GZipStream(File.OpenRead(Path.Combine(Repository.Conformance, "metrics.openmetrics.txt.gz")), CompressionMode.Decompress);
        using var reader = new StreamReader(file);
        return reader.ReadToEnd();
    }

    // No value of the data holds a quote.
    [GeneratedRegex("([a-z_]+)=\"([^\"]*)\"")]
    private static partial Regex Label();
}
