using System.Globalization;
using System.Text;
using RumPortal.Domain.Vitals;

namespace RumPortal.Portal.Api;

/// <summary>Groups as a table for spreadsheets (RFC 4180).</summary>
internal static class VitalsCsv
{
    public static string Render(VitalGroups groups, double percentile)
    {
        var text = new StringBuilder();
        Append(text, [.. groups.Dimensions, "vital", VitalPercentile.Text(percentile), "rating", "samples", "good", "needs_improvement", "poor"]);
        foreach (var slice in groups.Slices)
            foreach (var summary in slice.Summaries(percentile))
                Append(text,
                [
                    .. groups.Dimensions.Select(name => slice.Labels[name] ?? ""), summary.Vital, Number(summary.Value),
                    summary.Rating is { } rating ? VitalNames.Of(rating) : "", Number(summary.Count),
                    Number(summary.Shares.Good), Number(summary.Shares.NeedsImprovement), Number(summary.Shares.Poor),
                ]);
        return text.ToString();
    }

    private static void Append(StringBuilder text, IEnumerable<string> cells) => text.AppendJoin(',', cells.Select(Cell)).Append("\r\n");

    // Values are strangers' words: a spreadsheet would take these beginnings for a formula.
    private static string Cell(string value)
    {
        var harmless = value is ['=' or '+' or '-' or '@' or '\t' or '\r', ..] ? "'" + value : value;
        return harmless.AsSpan().IndexOfAny(",\"\r\n") >= 0 ? $"\"{harmless.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : harmless;
    }

    private static string Number(double? number) => number?.ToString("0.####", CultureInfo.InvariantCulture) ?? "";
}
