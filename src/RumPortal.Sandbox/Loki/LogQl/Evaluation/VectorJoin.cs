using RumPortal.Sandbox.Labels;
using RumPortal.Sandbox.Loki.LogQl.Syntax;
using RumPortal.Sandbox.Samples;

namespace RumPortal.Sandbox.Loki.LogQl.Evaluation;

/// <summary>Two vectors joined by an operator: samples find each other by the labels that the matching names.</summary>
internal static class VectorJoin
{
    /// <exception cref="QueryException">More than one sample of a side matches where only one may.</exception>
    public static List<Sample> Apply(BinaryOperation operation, List<Sample> left, List<Sample> right) => operation.Operator switch
    {
        BinaryOperator.And => And(left, right, operation.Matching),
        BinaryOperator.Or => Or(left, right, operation.Matching),
        BinaryOperator.Unless => Unless(left, right, operation.Matching),
        _ => Combine(operation, left, right),
    };

    private static HashSet<LabelSet> Signatures(List<Sample> samples, VectorMatching matching) => [.. samples.Select(sample => Signature(sample.Labels, matching))];

    private static List<Sample> And(List<Sample> left, List<Sample> right, VectorMatching matching)
    {
        var present = Signatures(right, matching);
        return [.. left.Where(sample => present.Contains(Signature(sample.Labels, matching)))];
    }

    private static List<Sample> Or(List<Sample> left, List<Sample> right, VectorMatching matching)
    {
        var taken = Signatures(left, matching);
        return [.. left, .. right.Where(sample => !taken.Contains(Signature(sample.Labels, matching)))];
    }

    private static List<Sample> Unless(List<Sample> left, List<Sample> right, VectorMatching matching)
    {
        var excluded = Signatures(right, matching);
        return [.. left.Where(sample => !excluded.Contains(Signature(sample.Labels, matching)))];
    }

    private static List<Sample> Combine(BinaryOperation operation, List<Sample> left, List<Sample> right)
    {
        var matching = operation.Matching;
        var swapped = matching.Cardinality == MatchCardinality.OneToMany;
        var (many, one) = swapped ? (right, left) : (left, right);
        var partners = Partners(one, matching, swapped ? "left" : "right");
        var results = new List<Sample>();
        var matched = new HashSet<(LabelSet, LabelSet)>();
        foreach (var sample in many)
        {
            var signature = Signature(sample.Labels, matching);
            if (!partners.TryGetValue(signature, out var partner)) continue;
            var labels = ResultLabels(sample.Labels, partner.Labels, matching);
            if (!matched.Add((signature, matching.Cardinality == MatchCardinality.OneToOne ? LabelSet.Empty : labels))) throw Ambiguous(matching);
            var (a, b) = swapped ? (partner.Value, sample.Value) : (sample.Value, partner.Value);
            if (Value(operation, a, b) is { } value) results.Add(new(labels, value));
        }

        return results;
    }

    private static Dictionary<LabelSet, Sample> Partners(List<Sample> samples, VectorMatching matching, string side)
    {
        var partners = new Dictionary<LabelSet, Sample>();
        foreach (var sample in samples)
            if (!partners.TryAdd(Signature(sample.Labels, matching), sample))
                throw QueryException.Matching($"found duplicate series on the {side} hand-side;many-to-many matching not allowed: matching labels must be unique on one side");
        return partners;
    }

    private static QueryException Ambiguous(VectorMatching matching) => QueryException.Matching(matching.Cardinality == MatchCardinality.OneToOne
        ? "multiple matches for labels: many-to-one matching must be explicit (group_left/group_right)"
        : "multiple matches for labels: grouping labels must ensure unique matches");

    /// <summary>The result of the operator; null when a comparison filters the sample out.</summary>
    private static double? Value(BinaryOperation operation, double left, double right)
    {
        if (!OperationNames.IsComparison(operation.Operator) || operation.ReturnBool) return Arithmetic.Apply(operation.Operator, left, right);
        return Arithmetic.Compare(operation.Operator, left, right) ? left : null;
    }

    private static LabelSet Signature(LabelSet labels, VectorMatching matching) => matching.On ? labels.Keep(matching.Labels) : labels.Without(matching.Labels);

    private static LabelSet ResultLabels(LabelSet many, LabelSet one, VectorMatching matching)
    {
        var labels = matching.Cardinality == MatchCardinality.OneToOne ? Signature(many, matching) : many.Without([]);
        foreach (var name in matching.Include) labels = labels.With(name, one.ValueOrEmpty(name));
        return labels;
    }
}
