using RumPortal.Sandbox.Tempo.Store;
using RumPortal.Sandbox.Tempo.TraceQl.Evaluation;
using RumPortal.Sandbox.Tempo.TraceQl.Syntax;

namespace RumPortal.Sandbox.Tempo.TraceQl.Metrics;

/// <summary>Makes series of the spans that a query finds, each counted at its start.</summary>
internal sealed class MetricEvaluator(TraceStore store)
{
    private const string NameLabel = "__name__";
    private const string BucketLabel = "__bucket";

    /// <param name="query">What finds the spans.</param>
    /// <param name="metric">Its function.</param>
    /// <param name="grid">The intervals.</param>
    /// <param name="maxGroups">Spans that would begin a group beyond these are left out.</param>
    /// <param name="cancellation">Gives up.</param>
    public MetricResult Evaluate(TraceQlQuery query, MetricStage metric, IntervalGrid grid, int maxGroups, CancellationToken cancellation)
    {
        var cutShort = false;
        var groups = new Dictionary<string, (List<(string Name, Value Value)> Labels, SeriesBuilder Series)>(StringComparer.Ordinal);
        // Without a grouping a count of nothing is zero, not nothing.
        if (metric.By.Length == 0 && metric.Function is "rate" or "count_over_time") GroupOf(groups, [(NameLabel, Value.Of(metric.Function))], metric, grid, maxGroups);
        foreach (var node in Spans(query.Pipeline, grid, cancellation))
        {
            var measured = metric.Of is { } of ? FieldEvaluator.Evaluate(of, node) : Value.Nil;
            if (LabelsOf(metric, node, measured) is not { } labels) continue;
            if (GroupOf(groups, labels, metric, grid, maxGroups) is { } group) group.Add(grid.IndexOf(node.Span.Start), measured);
            else cutShort = true;
        }

        var series = groups.Values.SelectMany(group => group.Series.Series().Select(found => new TimeSeries(
            found.Label is { } label ? [.. group.Labels.Where(known => known.Name != NameLabel), label] : group.Labels, found.Values)));
        return new([.. query.SeriesStages.Aggregate(series, Apply).Where(one => one.Values.Any(value => !double.IsNaN(value)))], cutShort);
    }

    private IEnumerable<SpanNode> Spans(Pipeline pipeline, IntervalGrid grid, CancellationToken cancellation)
    {
        foreach (var trace in store.Between(grid.Start, grid.End))
        {
            cancellation.ThrowIfCancellationRequested();
            foreach (var set in PipelineEvaluator.Evaluate(pipeline, trace.Tree()))
                foreach (var node in set.Spans)
                    if (grid.IndexOf(node.Span.Start) >= 0) yield return node;
        }
    }

    /// <summary>Null for a span without the measured field, which belongs to no series.</summary>
    private static List<(string Name, Value Value)>? LabelsOf(MetricStage metric, SpanNode node, Value measured)
    {
        var labels = metric.By.Select(by => (QueryText.Of(by), FieldEvaluator.Evaluate(by, node))).ToList();
        if (metric.Function is "quantile_over_time" or "histogram_over_time")
        {
            if (Log2Buckets.BucketOf(measured) is not { } bucket) return null;
            if (metric.Function == "histogram_over_time") labels.Add((BucketLabel, Value.Of(bucket)));
        }
        else if (metric.Of is not null && !measured.IsNumeric)
        {
            return null;
        }

        if (labels.Count == 0) labels.Add((NameLabel, Value.Of(metric.Function)));
        return labels;
    }

    /// <summary>Null when it would be one too many.</summary>
    private static SeriesBuilder? GroupOf(
        Dictionary<string, (List<(string Name, Value Value)> Labels, SeriesBuilder Series)> groups, List<(string Name, Value Value)> labels, MetricStage metric, IntervalGrid grid, int maxGroups)
    {
        var key = string.Join('\n', labels.Select(label => $"{label.Value.Kind}{label.Value}"));
        if (groups.TryGetValue(key, out var group)) return group.Series;
        if (groups.Count >= maxGroups) return null;
        groups[key] = (labels, SeriesBuilder.Of(metric.Function, grid, metric.Quantiles));
        return groups[key].Series;
    }

    private static IEnumerable<TimeSeries> Apply(IEnumerable<TimeSeries> series, SeriesStage stage) => stage switch
    {
        SeriesStage.Comparison comparison => series.Select(one => one with { Values = [.. one.Values.Select(value => Holds(comparison, value) ? value : double.NaN)] }),
        SeriesStage.Ranking ranking => Rank(ranking, [.. series]),
        _ => series,
    };

    private static bool Holds(SeriesStage.Comparison comparison, double value) => !double.IsNaN(value) && FieldEvaluator.Holds(comparison.Operator, Value.Of(value), Value.Of(comparison.With));

    /// <summary>For each interval by itself.</summary>
    private static List<TimeSeries> Rank(SeriesStage.Ranking ranking, List<TimeSeries> series)
    {
        var kept = series.ConvertAll(one => one with { Values = [.. Enumerable.Repeat(double.NaN, one.Values.Length)] });
        for (var i = 0; series.Count > 0 && i < series[0].Values.Length; i++)
        {
            var order = Enumerable.Range(0, series.Count).Where(s => !double.IsNaN(series[s].Values[i]))
                .OrderBy(s => ranking.Largest ? -series[s].Values[i] : series[s].Values[i])
                .ThenBy(s => series[s].LabelText, StringComparer.Ordinal);
            foreach (var s in order.Take(ranking.Count)) kept[s].Values[i] = series[s].Values[i];
        }

        return kept;
    }
}
