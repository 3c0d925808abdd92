using RumPortal.Sandbox.Labels;
using RumPortal.Sandbox.Samples;

namespace RumPortal.Sandbox.Prometheus.PromQl.Evaluation;

/// <summary>Refuses two samples with the same labels, which dropping the name or replacing a label can bring about.</summary>
internal sealed class DistinctVector(IVectorSource inner) : IVectorSource
{
    private readonly HashSet<LabelSet> _seen = [];

    public List<Sample> At(long time)
    {
        var samples = inner.At(time);
        if (samples.Count < 2) return samples;
        _seen.Clear();
        foreach (var sample in samples)
            if (!_seen.Add(sample.Labels)) throw ExecutionException.SameLabels();
        return samples;
    }
}
