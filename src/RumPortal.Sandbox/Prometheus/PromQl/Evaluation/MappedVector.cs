using RumPortal.Sandbox.Labels;
using RumPortal.Sandbox.Prometheus.Store;
using RumPortal.Sandbox.Samples;

namespace RumPortal.Sandbox.Prometheus.PromQl.Evaluation;

/// <summary>A function of each value by itself; it drops the name, and the samples for which it gives null.</summary>
internal sealed class MappedVector(IVectorSource operand, Func<long, Func<double, double?>> functionAt) : IVectorSource
{
    private readonly Dictionary<LabelSet, LabelSet> _unnamed = [];

    public List<Sample> At(long time)
    {
        var function = functionAt(time);
        var mapped = new List<Sample>();
        foreach (var (labels, value) in operand.At(time))
            if (function(value) is { } result) mapped.Add(new(Unnamed(labels), result));
        return mapped;
    }

    private LabelSet Unnamed(LabelSet labels)
    {
        if (!_unnamed.TryGetValue(labels, out var unnamed)) _unnamed.Add(labels, unnamed = labels.WithoutName());
        return unnamed;
    }
}
