using RumPortal.Sandbox.Labels;
using RumPortal.Sandbox.Samples;

namespace RumPortal.Sandbox.Prometheus.PromQl.Evaluation;

/// <summary>Changes labels and leaves values alone. Equal labels are changed once only.</summary>
internal sealed class RelabeledVector(IVectorSource operand, Func<LabelSet, LabelSet> relabel) : IVectorSource
{
    private readonly Dictionary<LabelSet, LabelSet> _relabeled = [];

    public List<Sample> At(long time)
    {
        var samples = operand.At(time);
        for (var i = 0; i < samples.Count; i++)
        {
            var (labels, value) = samples[i];
            if (!_relabeled.TryGetValue(labels, out var changed)) _relabeled.Add(labels, changed = relabel(labels));
            samples[i] = new(changed, value);
        }

        return samples;
    }
}
