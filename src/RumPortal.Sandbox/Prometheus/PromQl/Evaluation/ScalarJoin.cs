using RumPortal.Sandbox.Labels;
using RumPortal.Sandbox.Prometheus.PromQl.Syntax;
using RumPortal.Sandbox.Prometheus.Store;
using RumPortal.Sandbox.Samples;

namespace RumPortal.Sandbox.Prometheus.PromQl.Evaluation;

/// <summary>An operation between a vector and a scalar. A comparison that holds keeps the vector's value, whichever side it stands on, and its name.</summary>
internal sealed class ScalarJoin(BinaryOperation binary, IVectorSource vector, ScalarSource scalar, bool scalarFirst) : IVectorSource
{
    private readonly bool _keepsName = !binary.Operator.DropsName() && !binary.ReturnsBool;
    private readonly Dictionary<LabelSet, LabelSet> _labels = [];

    public List<Sample> At(long time)
    {
        var number = scalar(time);
        var result = new List<Sample>();
        foreach (var (labels, value) in vector.At(time))
            if (Value(value, number) is { } joined) result.Add(new(ResultLabels(labels), joined));
        return result;
    }

    private double? Value(double value, double number)
    {
        var (left, right) = scalarFirst ? (number, value) : (value, number);
        if (binary.ReturnsBool) return Arithmetic.Scalar(binary.Operator, left, right);
        var element = Arithmetic.Element(binary.Operator, left, right);
        return element is not null && binary.Operator.IsComparison() ? value : element;
    }

    private LabelSet ResultLabels(LabelSet labels)
    {
        if (_keepsName) return labels;
        if (!_labels.TryGetValue(labels, out var unnamed)) _labels.Add(labels, unnamed = labels.WithoutName());
        return unnamed;
    }
}
