using RumPortal.Sandbox.Labels;
using RumPortal.Sandbox.Prometheus.Store;

namespace RumPortal.Sandbox.Prometheus.PromQl.Evaluation;

/// <summary>The labels by which the two sides of an operation find each other. The name never counts, unless <c>on</c> asks for it.</summary>
internal sealed class MatchKeys(VectorMatching matching)
{
    private readonly IReadOnlyCollection<string> _names = matching.On ? matching.Labels : [.. matching.Labels, MetricNames.Label];
    private readonly Dictionary<LabelSet, LabelSet> _keys = [];

    public LabelSet Of(LabelSet labels)
    {
        if (!_keys.TryGetValue(labels, out var key)) _keys.Add(labels, key = matching.On ? labels.Keep(_names) : labels.Without(_names));
        return key;
    }
}
