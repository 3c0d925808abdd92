using RumPortal.Sandbox.Labels;
using RumPortal.Sandbox.Prometheus.PromQl.Functions;
using RumPortal.Sandbox.Prometheus.Store;
using RumPortal.Sandbox.Samples;

namespace RumPortal.Sandbox.Prometheus.PromQl.Evaluation;

/// <summary>Makes one sample of each window that has any: <c>rate</c>, <c>sum_over_time</c> and their like.</summary>
internal sealed class RangeVectorFunction : IVectorSource
{
    private readonly RangeSource _source;
    private readonly RangeFunction _function;
    private readonly ScalarSource _parameter;
    private readonly LabelSet[] _labels;

    /// <summary>Which series has given a value under labels that several have without their names; null when there are no such labels.</summary>
    private readonly Dictionary<LabelSet, int>? _owners;

    public RangeVectorFunction(RangeSource source, RangeFunction function, ScalarSource parameter, bool keepsName)
    {
        (_source, _function, _parameter) = (source, function, parameter);
        _labels = [.. source.Series.Select(series => keepsName ? series.Labels : series.Labels.WithoutName())];
        if (_labels.Distinct().Count() < _labels.Length) _owners = [];
    }

    public List<Sample> At(long time)
    {
        var parameter = _parameter(time);
        var samples = new List<Sample>(_labels.Length);
        for (var i = 0; i < _labels.Length; i++)
        {
            var window = _source.Window(_source.Series[i], time);
            if (window.Count == 0 || _function(window, parameter) is not { } value) continue;
            // Prometheus 2.42 behaviour: two series may not become one, even if they never have a value at the same time.
            if (_owners?.TryAdd(_labels[i], i) == false && _owners[_labels[i]] != i) throw ExecutionException.SameLabels();
            samples.Add(new(_labels[i], value));
        }

        return samples;
    }
}
