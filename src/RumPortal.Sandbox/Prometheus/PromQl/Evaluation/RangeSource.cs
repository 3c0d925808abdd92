using RumPortal.Sandbox.Prometheus.PromQl.Syntax;
using RumPortal.Sandbox.Prometheus.Store;
using RumPortal.Sandbox.Samples;

namespace RumPortal.Sandbox.Prometheus.PromQl.Evaluation;

/// <summary>A range vector as a function of time: the samples of all windows, of which each time shows a part.</summary>
internal sealed class RangeSource
{
    private readonly ReferenceTime _reference;
    private readonly long _range;

    private RangeSource(IReadOnlyList<SeriesSamples> series, ReferenceTime reference, long range) => (Series, _reference, _range) = (series, reference, range);

    /// <summary>Sorted by labels; without staleness markers.</summary>
    public IReadOnlyList<SeriesSamples> Series { get; }

    public static RangeSource Of(MatrixSelector matrix, EvaluationContext context)
    {
        var reference = context.Reference(matrix.Selector.Shift);
        var series = context.Select(matrix.Selector.Matchers, reference, matrix.Range);
        return new([.. series.Select(WithoutMarkers)], reference, matrix.Range);
    }

    /// <summary>Evaluates the inner expression once at all times that any window needs; these are whole steps since 1970.</summary>
    public static RangeSource Of(Subquery subquery, EvaluationContext context)
    {
        var reference = context.Reference(subquery.Shift);
        var step = subquery.Step ?? (long)context.Options.DefaultSubqueryStep.TotalMilliseconds;
        var from = reference.At(context.Grid.Start) - subquery.Range;
        var first = from / step * step;
        if (first < from) first += step;
        var inner = context with { Grid = new(first, reference.At(context.Grid.End), step) };
        return new([.. SeriesCollector.Collect(subquery.Operand, inner).Select(Arrays)], reference, subquery.Range);
    }

    public RangeWindow Window(SeriesSamples series, long time)
    {
        var end = _reference.At(time);
        var start = end - _range;
        var from = LowerBound(series.Times, start);
        var count = LowerBound(series.Times, end + 1) - from;
        return new(series.Times.AsSpan(from, count), series.Values.AsSpan(from, count), start, end, time);
    }

    private static int LowerBound(long[] times, long time)
    {
        var index = Array.BinarySearch(times, time);
        return index < 0 ? ~index : index;
    }

    private static SeriesSamples WithoutMarkers(SeriesSamples series)
    {
        if (!series.Values.Any(StaleMarker.Is)) return series;
        var kept = Enumerable.Range(0, series.Values.Length).Where(i => !StaleMarker.Is(series.Values[i])).ToArray();
        return new(series.Labels, [.. kept.Select(i => series.Times[i])], [.. kept.Select(i => series.Values[i])]);
    }

    private static SeriesSamples Arrays(Series series) =>
        new(series.Labels, [.. series.Points.Select(point => point.Milliseconds)], [.. series.Points.Select(point => point.Value)]);
}
