using RumPortal.Sandbox.Labels;
using RumPortal.Sandbox.Prometheus.PromQl.Syntax;
using RumPortal.Sandbox.Samples;

namespace RumPortal.Sandbox.Prometheus.PromQl.Evaluation;

/// <summary><c>and</c>, <c>or</c>, <c>unless</c>: many on either side may match.</summary>
internal sealed class SetOperation(BinaryOperator operation, IVectorSource left, IVectorSource right, MatchKeys keys) : IVectorSource
{
    public List<Sample> At(long time)
    {
        var (lefts, rights) = (left.At(time), right.At(time));
        if (operation == BinaryOperator.Or)
        {
            var taken = Keys(lefts);
            lefts.AddRange(rights.Where(sample => !taken.Contains(keys.Of(sample.Labels))));
            return lefts;
        }

        var matched = Keys(rights);
        lefts.RemoveAll(sample => matched.Contains(keys.Of(sample.Labels)) != (operation == BinaryOperator.And));
        return lefts;
    }

    private HashSet<LabelSet> Keys(List<Sample> samples) => [.. samples.Select(sample => keys.Of(sample.Labels))];
}
