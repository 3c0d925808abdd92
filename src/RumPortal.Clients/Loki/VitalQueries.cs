using System.Collections.Immutable;
using RumPortal.Clients.Loki.LogQl;
using RumPortal.Clients.Querying;
using RumPortal.Domain.Faro;
using RumPortal.Domain.Vitals;

namespace RumPortal.Clients.Loki;

/// <summary>
/// The queries over reports of web vitals, ready-made. Each has its finished text in its comment, for the scope
/// <c>{app_name="shop-web"}</c>.
/// </summary>
/// <remarks>
/// A report is a line of its own. A browser may report a vital of one page view several times under one <c>context_id</c> (a page that came
/// back from the back-forward cache, or <c>reportAllChanges</c>); LogQL cannot keep the last one only, so the metrics here count each report.
/// <see cref="Reports"/> gives lines, and who reads those drops what a later report of the same id replaces.
/// </remarks>
public static class VitalQueries
{
    private const string WebVitals = "web-vitals";
    private const string NumberLabel = "v";

    /// <summary>Anything else would count as zero in a template, and so as the best value.</summary>
    private const string NumberForm = "[0-9][0-9.e+-]*";

    /// <summary>
    /// How many reports fell into each bucket of a scheme, by app, environment, vital and the dimensions: not cumulative, and without a
    /// series where there was none. The same text, at a fixed window and offset, is what the ruler records.
    /// </summary>
    /// <remarks>
    /// The buckets compare the number of the plain key, which has six decimals. Negative values and texts count nowhere. Plain
    /// <c>| logfmt</c>: with a list of keys Loki 3.7 gives wrong numbers here. Every edge is written with a point, because Go's templates do
    /// not compare a float with an integer; the bucket is chosen in a stage behind those that set its labels.
    /// </remarks>
    /// <example><code>
    /// sum by (app_name, app_environment, vital, le, app_version) (count_over_time({app_name="shop-web", kind="measurement"}
    ///   |= "type=web-vitals" | logfmt | label_format vital="{{if .lcp}}lcp{{else if .inp}}inp...{{end}}"
    ///   | label_format v="{{if .lcp}}{{.lcp}}{{else if .inp}}{{.inp}}...{{end}}" | v=~"[0-9][0-9.e+-]*"
    ///   | label_format le="{{if eq .vital \"lcp\"}}{{$v := float64 .v}}{{if le $v 200.0}}200{{else if le $v 300.0}}300..." [5m] offset 30s))
    /// </code></example>
    /// <param name="selection">Which reports.</param>
    /// <param name="scheme">The edges of the buckets.</param>
    /// <param name="window">How far each instant looks back.</param>
    /// <param name="offset">How long before the instant its window ends, to leave lines time to arrive.</param>
    /// <exception cref="ArgumentException">The scheme lacks a vital, or a dimension has the name of a label that the query
    /// sets.</exception>
    public static MetricQuery Density(VitalSelection selection, BucketScheme scheme, TimeSpan window, TimeSpan offset = default)
    {
        CheckDimensions(selection);
        var lines = Lines(selection)
            .With(new LabelFormat(DensityLabels.Vital, First(selection, vital => vital)))
            .With(new LabelFormat(NumberLabel, First(selection, vital => new LabelTemplate.Field(vital))))
            .With(new LabelFilter(LabelMatcher.Matches(NumberLabel, new Re2(NumberForm))))
            .With(new LabelFormat(DensityLabels.Edge, Edges(selection, scheme)));
        return new MetricQuery.OfLines(LineFunction.CountOverTime, lines, window, offset)
            .SumBy(new LabelName[] { FaroFields.AppName, FaroFields.AppEnvironment, DensityLabels.Vital, DensityLabels.Edge }.Union(selection.Dimensions));
    }

    /// <summary>
    /// An exact percentile of one vital by the dimensions, over all apps and environments of the scope together. Loki holds every value in
    /// memory for it: for ranges of hours, and to check what buckets say.
    /// </summary>
    /// <example><code>
    /// quantile_over_time(0.75, {app_name="shop-web", kind="measurement"} |= "type=web-vitals" |= " lcp=" | logfmt
    ///   | lcp >= 0 | unwrap lcp | __error__="" [6h]) by (app_version)
    /// </code></example>
    public static MetricQuery Quantile(VitalSelection selection, string vital, double share, TimeSpan window)
    {
        CheckDimensions(selection);
        var one = selection with { Vitals = [vital] };
        var numbers = Lines(one)
            .With(new LabelFilter(new LabelCondition.Compares(vital, NumberComparison.GreaterOrEqual, 0)))
            .Unwrap(vital);
        return new MetricQuery.Quantile(share, numbers, window, Grouping.By(selection.Dimensions));
    }

    /// <summary>The lines that report one vital, newest first when read backward.</summary>
    /// <example><code>
    /// {app_name="shop-web", kind="measurement"} |= "type=web-vitals" |= " lcp="
    /// </code></example>
    public static LogQuery Reports(VitalSelection selection, string vital)
    {
        var one = selection with { Vitals = [vital] };
        return new LogQuery(one.Scope.Select(FaroKind.Measurement)).With(LineFilters(one));
    }

    private static MetricPipeline Lines(VitalSelection selection)
    {
        var names = selection.Scope.Names;
        var lines = new MetricPipeline(selection.Scope.Select(FaroKind.Measurement))
            .With(LineFilters(selection))
            .With(LineParsing.Stages(selection.Parser));
        // Series carry the usual names whatever the streams' labels are called.
        return lines.With(Renamed(names.App, FaroFields.AppName)).With(Renamed(names.Environment, FaroFields.AppEnvironment));
    }

    private static IEnumerable<MetricStage> LineFilters(VitalSelection selection) =>
    [
        .. FieldFilter.Likely(FaroFields.Type, [WebVitals], selection.Parser),
        .. selection.Vitals is [var vital] ? [Has(vital, selection.Parser)] : Array.Empty<MetricStage>(),
        .. FieldFilter.All(selection.Filters),
    ];

    // The receivers write the time first, so that no other field begins a line.
    private static LineFilter Has(string key, LineParser parser) => parser switch
    {
        LineParser.Logfmt => LineFilter.Contains($" {key}="),
        LineParser.Json => LineFilter.Contains($"\"{key}\":"),
        _ => LineFilter.Matches(Re2.AnyOf([$" {key}=", $"\"{key}\":"])),
    };

    private static IEnumerable<MetricStage> Renamed(LabelName label, string name) =>
        label == new LabelName(name) ? [] : [new LabelFormat(name, new LabelTemplate.Field(label))];

    private static LabelTemplate.Choice First(VitalSelection selection, Func<string, LabelTemplate> then) => new(
        [.. selection.Vitals.Select(vital => new LabelTemplate.Case(new TemplateCondition.IsSet(vital), then(vital)))], "");

    private static LabelTemplate.Choice Edges(VitalSelection selection, BucketScheme scheme) => new(
        [
            .. selection.Vitals.Select(vital => new LabelTemplate.Case(
                new TemplateCondition.Is(DensityLabels.Vital, vital),
                new LabelTemplate.Bucket(NumberLabel, EdgesOf(scheme, vital)))),
        ], "");

    private static ImmutableArray<double> EdgesOf(BucketScheme scheme, string vital) =>
        scheme.Bounds.TryGetValue(vital, out var edges)
            ? edges
            : throw new ArgumentException($"The scheme {scheme.Name} has no edges of {vital}.", nameof(scheme));

    private static void CheckDimensions(VitalSelection selection)
    {
        foreach (var name in selection.Dimensions.Select(name => name.ToString()))
            if (name is DensityLabels.Vital or DensityLabels.Edge or NumberLabel)
                throw new ArgumentException($"{name} is no dimension: the query sets that label.", nameof(selection));
    }
}
