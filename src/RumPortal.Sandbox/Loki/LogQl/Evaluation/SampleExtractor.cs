using RumPortal.Sandbox.Labels;
using RumPortal.Sandbox.Literals;
using RumPortal.Sandbox.Loki.LogQl.Pipeline;
using RumPortal.Sandbox.Loki.LogQl.Syntax;
using RumPortal.Sandbox.Loki.Store;

namespace RumPortal.Sandbox.Loki.LogQl.Evaluation;

/// <summary>Makes a sample out of a line: 1, the size of the line, or the number in a label.</summary>
internal sealed class SampleExtractor
{
    private readonly List<IStage> _stages;
    private readonly LabelFilter? _postFilter;
    private readonly UnwrapExpression? _unwrap;
    private readonly bool _countsBytes;
    private readonly LabelsBuilder _labels;
    private readonly SeriesLabels _series;

    /// <exception cref="LogQlException">A stage is wrong.</exception>
    public SampleExtractor(RangeAggregation aggregation, SampleGrouping grouping)
    {
        _unwrap = aggregation.Range.Unwrap;
        _countsBytes = aggregation.Operation is RangeOperation.BytesOverTime or RangeOperation.BytesRate;
        _stages = StageCompiler.Compile(aggregation.Range.Selector.Stages);
        if (_unwrap is not null)
        {
            grouping = grouping.WithoutLabel(_unwrap.Label);
            _postFilter = _unwrap.PostFilters.Select(LabelFilter.Compile).Aggregate(default(LabelFilter), (all, next) => all is null ? next : new CombinedLabelFilter(all, next, both: true));
        }

        IReadOnlyList<IStage> all = _postFilter is null ? _stages : [.. _stages, _postFilter];
        _labels = new(ParserHints.ForMetric(all, grouping, _unwrap?.Label));
        _series = new(_labels, grouping);
    }

    /// <summary>The value and the series of a line; false when the pipeline drops it or it has no value.</summary>
    /// <exception cref="QueryException">The line failed in the pipeline and the query does not allow for it.</exception>
    public bool TryExtract(LabelSet stream, in LogEntry entry, out double value, out LabelSet series)
    {
        (value, series) = (1, LabelSet.Empty);
        var line = entry.Line;
        _labels.Start(stream, entry.Metadata);
        foreach (var stage in _stages)
            if (!stage.Process(ref line, _labels)) return false;
        if (_countsBytes) value = line.Length;
        else if (_unwrap is not null && !TryUnwrap(_unwrap, ref line, out value)) return false;
        series = _series.Current();
        if (_labels.Error.Length > 0 && _labels.Get(SpecialLabels.PreserveError) != "true") throw QueryException.Pipeline(_labels.Error, series.ToString());
        return true;
    }

    private bool TryUnwrap(UnwrapExpression unwrap, ref ReadOnlySpan<byte> line, out double value)
    {
        value = 0;
        // A line without the label is no error: it has no sample.
        if (_labels.Get(unwrap.Label) is not { Length: > 0 } text) return false;
        if (!TryConvert(unwrap.Conversion, text, out value, out var error)) _labels.SetError(SpecialLabels.SampleExtractionError, error);
        return _postFilter is null || _postFilter.Process(ref line, _labels);
    }

    private static bool TryConvert(UnwrapConversion conversion, string text, out double value, out string error)
    {
        switch (conversion)
        {
            case UnwrapConversion.Bytes:
                var isSize = ByteSize.TryParse(text, out var bytes, out error);
                value = bytes;
                return isSize;
            case UnwrapConversion.Number:
                return GoFloat.TryParse(text, out value, out error);
            default:
                var isDuration = GoDuration.TryParseGo(text, out var nanoseconds, out error);
                value = nanoseconds / (double)GoDuration.Second;
                return isDuration;
        }
    }
}
