using System.Collections.Immutable;
using RumPortal.Domain.Faro;

namespace RumPortal.Domain.Vitals.Attribution;

/// <summary>What browsers say about the cause of a vital, over many reports.</summary>
/// <param name="Vital">Lower-case name.</param>
/// <param name="Count">Reports that were read.</param>
/// <param name="Attributed">How many of them tell a part or an element.</param>
/// <param name="Parts">The sub-parts of the time in their order; they are percentiles each and do not add up to the whole.</param>
/// <param name="Elements">Selectors by what they cost beyond the good limit, the most first.</param>
/// <param name="Scripts">Long scripts by the time that they took, the most first; of INP alone.</param>
public sealed record VitalAttribution(
    string Vital, int Count, int Attributed, ImmutableArray<AttributedPart> Parts, ImmutableArray<AttributedElement> Elements, ImmutableArray<AttributedScript> Scripts)
{
    private const int MostListed = 6;

    /// <param name="reports">Reports of any vital; others than <paramref name="vital"/> are left out.</param>
    /// <param name="vital">A current vital.</param>
    /// <param name="percentile">Of the parts, 0 to 1.</param>
    public static VitalAttribution Of(IEnumerable<FaroVitalReport> reports, string vital, double percentile = VitalPercentile.Default)
    {
        var all = reports.Where(report => report.Vital.Name == vital).ToList();
        var attributed = all.Count(report => report.Target is not null || !report.Parts.IsEmpty);
        return new VitalAttribution(vital, all.Count, attributed, PartsOf(all, percentile), ElementsOf(all, vital), ScriptsOf(all));
    }

    private static ImmutableArray<AttributedPart> PartsOf(List<FaroVitalReport> reports, double percentile) =>
    [
        .. reports.SelectMany(report => report.Parts).GroupBy(part => part.Name, StringComparer.Ordinal)
            .Select(part => new AttributedPart(part.Key, Percentile([.. part.Select(one => one.Milliseconds)], percentile))),
    ];

    // A slow element matters by how far it is over the limit and how often; below the limit nobody is hurt.
    private static ImmutableArray<AttributedElement> ElementsOf(List<FaroVitalReport> reports, string vital)
    {
        var limit = VitalThresholds.Of(vital)?.Good ?? 0;
        var lost = reports.Sum(report => Math.Max(0, report.Vital.Value - limit));
        if (lost <= 0) return [];
        return
        [
            .. reports.Where(report => report.Target is not null && report.Vital.Value > limit).GroupBy(report => report.Target ?? "", StringComparer.Ordinal)
                .Select(element => new AttributedElement(element.Key, element.Count(), element.Sum(report => report.Vital.Value - limit) / lost))
                .OrderByDescending(element => element.Share).ThenBy(element => element.Selector, StringComparer.Ordinal).Take(MostListed),
        ];
    }

    private static ImmutableArray<AttributedScript> ScriptsOf(List<FaroVitalReport> reports) =>
    [
        .. reports.Select(report => report.Script).OfType<FaroLongScript>().GroupBy(script => script.SourceUrl ?? script.Invoker ?? script.InvokerType ?? "", StringComparer.Ordinal)
            .Where(script => script.Key.Length > 0)
            .Select(script => new AttributedScript(script.Key, script.Count(), script.Sum(one => one.Milliseconds ?? 0)))
            .OrderByDescending(script => script.Milliseconds).Take(MostListed),
    ];

    /// <summary>Linear between ranks, as Loki's quantile_over_time.</summary>
    private static double Percentile(List<double> values, double percentile)
    {
        values.Sort();
        var rank = percentile * (values.Count - 1);
        var (low, high) = ((int)Math.Floor(rank), (int)Math.Ceiling(rank));
        return values[low] + (values[high] - values[low]) * (rank - low);
    }
}
