using RumPortal.Sandbox.Prometheus.PromQl.Syntax;
using RumPortal.Sandbox.Prometheus.Store;
using RumPortal.Sandbox.Samples;

namespace RumPortal.Sandbox.Prometheus.PromQl.Evaluation;

/// <summary>
/// The newest sample of each series, unless it is older than the lookback or ends the series. With <c>timestamps</c> the value is the time of
/// the sample in seconds and the name is dropped, as <c>timestamp()</c> has it.
/// </summary>
internal sealed class InstantSelector : IVectorSource
{
    private readonly IReadOnlyList<SeriesSamples> _series;
    private readonly ReferenceTime _reference;
    private readonly long _lookback;
    private readonly bool _timestamps;

    public InstantSelector(VectorSelector selector, EvaluationContext context, bool timestamps = false)
    {
        _reference = context.Reference(selector.Shift);
        _lookback = (long)context.Options.Lookback.TotalMilliseconds;
        _timestamps = timestamps;
        _series = context.Select(selector.Matchers, _reference, _lookback);
        if (timestamps) _series = [.. _series.Select(series => series with { Labels = series.Labels.WithoutName() })];
    }

    public List<Sample> At(long time)
    {
        var reference = _reference.At(time);
        var samples = new List<Sample>();
        foreach (var series in _series)
        {
            var index = Array.BinarySearch(series.Times, reference);
            if (index < 0) index = ~index - 1;
            if (index < 0 || series.Times[index] < reference - _lookback || StaleMarker.Is(series.Values[index])) continue;
            samples.Add(new(series.Labels, _timestamps ? series.Times[index] / 1000.0 : series.Values[index]));
        }

        return samples;
    }
}
