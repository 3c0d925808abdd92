using RumPortal.Sandbox.Labels;
using RumPortal.Sandbox.Prometheus.PromQl.Syntax;
using RumPortal.Sandbox.Prometheus.Store;
using RumPortal.Sandbox.Samples;

namespace RumPortal.Sandbox.Prometheus.PromQl.Evaluation;

/// <summary>An operation between two vectors whose samples find each other by labels; on one side these labels are unique.</summary>
internal sealed class VectorJoin(BinaryOperation binary, IVectorSource left, IVectorSource right) : IVectorSource
{
    private readonly MatchKeys _keys = new(binary.Matching);
    private readonly bool _oneIsLeft = binary.Matching.Cardinality == MatchCardinality.OneToMany;
    private readonly Dictionary<(LabelSet Many, LabelSet? One), LabelSet> _labels = [];

    public List<Sample> At(long time)
    {
        var (lefts, rights) = (left.At(time), right.At(time));
        var result = new List<Sample>();
        if (lefts.Count == 0 || rights.Count == 0) return result;
        var (many, one) = _oneIsLeft ? (rights, lefts) : (lefts, rights);
        var ones = Index(one);
        var matched = new HashSet<(LabelSet Key, LabelSet? Result)>();
        foreach (var sample in many)
        {
            var key = _keys.Of(sample.Labels);
            if (!ones.TryGetValue(key, out var other) || Value(sample.Value, other.Value) is not { } value) continue;
            var labels = ResultLabels(sample.Labels, other.Labels);
            RequireUnique(matched, key, labels);
            result.Add(new(labels, value));
        }

        return result;
    }

    private Dictionary<LabelSet, Sample> Index(List<Sample> one)
    {
        var ones = new Dictionary<LabelSet, Sample>();
        foreach (var sample in one)
        {
            var key = _keys.Of(sample.Labels);
            if (ones.TryAdd(key, sample)) continue;
            throw new ExecutionException(
                $"found duplicate series for the match group {key} on the {(_oneIsLeft ? "left" : "right")} hand-side of the operation: [{sample.Labels}, {ones[key].Labels}]"
                + ";many-to-many matching not allowed: matching labels must be unique on one side");
        }

        return ones;
    }

    private void RequireUnique(HashSet<(LabelSet Key, LabelSet? Result)> matched, LabelSet key, LabelSet labels)
    {
        var oneToOne = binary.Matching.Cardinality == MatchCardinality.OneToOne;
        if (matched.Add((key, oneToOne ? null : labels))) return;
        throw new ExecutionException(oneToOne
            ? "multiple matches for labels: many-to-one matching must be explicit (group_left/group_right)"
            : "multiple matches for labels: grouping labels must ensure unique matches");
    }

    private double? Value(double many, double one)
    {
        var (first, second) = _oneIsLeft ? (one, many) : (many, one);
        return binary.ReturnsBool ? Arithmetic.Scalar(binary.Operator, first, second) : Arithmetic.Element(binary.Operator, first, second);
    }

    private LabelSet ResultLabels(LabelSet many, LabelSet one)
    {
        var matching = binary.Matching;
        (LabelSet, LabelSet?) key = (many, matching.Include.Count == 0 ? null : one);
        if (_labels.TryGetValue(key, out var labels)) return labels;
        labels = binary.Operator.DropsName() || binary.ReturnsBool ? many.WithoutName() : many;
        if (matching.Cardinality == MatchCardinality.OneToOne) labels = matching.On ? labels.Keep(matching.Labels) : labels.Without(matching.Labels);
        foreach (var name in matching.Include) labels = labels.With(name, one.ValueOrEmpty(name));
        _labels.Add(key, labels);
        return labels;
    }
}
