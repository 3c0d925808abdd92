using RumPortal.Sandbox.Labels;
using RumPortal.Sandbox.Loki.LogQl.Pipeline;
using RumPortal.Sandbox.Loki.LogQl.Syntax;
using RumPortal.Sandbox.Loki.Store;
using RumPortal.Sandbox.Samples;

namespace RumPortal.Sandbox.Loki.LogQl.Evaluation;

/// <summary>A range aggregation. All samples that any step needs are read once, then the window moves over them.</summary>
internal sealed class RangeEvaluator : StepEvaluator
{
    private const int CancellationInterval = 1024;

    /// <summary>Series before they are aggregated further; a bound for memory, far above what Loki would return.</summary>
    private const int MaxIntermediateSeries = 100_000;

    private readonly RangeAggregation _aggregation;
    private readonly Dictionary<LabelSet, SampleSeries> _series = [];

    public RangeEvaluator(RangeAggregation aggregation, SampleGrouping grouping, EvaluationContext context)
    {
        _aggregation = aggregation;
        var range = aggregation.Range;
        var extractor = new SampleExtractor(aggregation, grouping);
        // Windows are open on the left and closed on the right, reading is the other way round.
        var from = Nanoseconds.Plus(Nanoseconds.Minus(Nanoseconds.Minus(context.Grid.Start, range.Offset), range.Range), 1);
        var to = Nanoseconds.Plus(Nanoseconds.Minus(context.Grid.End, range.Offset), 1);
        var seen = 0L;
        foreach (var stream in context.Store.Select(range.Selector.Matchers))
            foreach (var segment in stream.Read(from, to))
            {
                context.Statistics.Chunks++;
                foreach (ref readonly var entry in segment.AsSpan())
                {
                    if (seen++ % CancellationInterval == 0) context.Cancellation.ThrowIfCancellationRequested();
                    if (!context.Grid.IsInWindow(Nanoseconds.Plus(entry.Timestamp, range.Offset), range.Range)) continue;
                    context.Statistics.CountLine(entry);
                    if (!extractor.TryExtract(stream.Labels, entry, out var value, out var series)) continue;
                    context.Statistics.CountPassed();
                    SeriesOf(series).Add(entry.Timestamp, value);
                }
            }
    }

    public override List<Sample> At(long time)
    {
        var until = Nanoseconds.Minus(time, _aggregation.Range.Offset);
        var after = Nanoseconds.Minus(until, _aggregation.Range.Range);
        var samples = new List<Sample>(_series.Count);
        foreach (var series in _series.Values)
            if (series.Window(after, until) is { IsEmpty: false } values) samples.Add(new(series.Labels, RangeFunctions.Apply(_aggregation, values)));
        return _aggregation.Operation == RangeOperation.AbsentOverTime ? Absent(samples) : samples;
    }

    /// <summary>1 where there is nothing; the labels are those that the selector fixes.</summary>
    private List<Sample> Absent(List<Sample> present)
    {
        if (present.Count > 0) return [];
        var matchers = _aggregation.Range.Selector.Matchers;
        var fixedOnce = matchers.GroupBy(matcher => matcher.Name).Where(group => group.Count() == 1 && group.First().Operator == MatchOperator.Equal);
        return [new(LabelSet.Of(fixedOnce.Select(group => new Label(group.Key, group.First().Value)).Where(label => label.Value.Length > 0)), 1)];
    }

    private SampleSeries SeriesOf(LabelSet labels)
    {
        if (_series.TryGetValue(labels, out var series)) return series;
        if (_series.Count >= MaxIntermediateSeries) throw QueryException.TooManySeries(MaxIntermediateSeries);
        _series.Add(labels, series = new(labels));
        return series;
    }
}
