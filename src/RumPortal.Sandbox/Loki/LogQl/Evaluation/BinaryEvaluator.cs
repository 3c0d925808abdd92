using RumPortal.Sandbox.Loki.LogQl.Syntax;
using RumPortal.Sandbox.Samples;

namespace RumPortal.Sandbox.Loki.LogQl.Evaluation;

internal sealed class BinaryEvaluator(BinaryOperation operation, StepEvaluator left, StepEvaluator right) : StepEvaluator
{
    public override List<Sample> At(long time) => VectorJoin.Apply(operation, left.At(time), right.At(time));
}

/// <summary>A vector and a number: the number stands at every sample. A comparison keeps the sample's own value.</summary>
internal sealed class NumberOperandEvaluator(BinaryOperation operation, StepEvaluator vector, double number, bool numberIsLeft) : StepEvaluator
{
    public override List<Sample> At(long time)
    {
        var samples = vector.At(time);
        var results = new List<Sample>(samples.Count);
        foreach (var sample in samples)
        {
            var (a, b) = numberIsLeft ? (number, sample.Value) : (sample.Value, number);
            if (!OperationNames.IsComparison(operation.Operator) || operation.ReturnBool) results.Add(sample with { Value = Arithmetic.Apply(operation.Operator, a, b) });
            else if (Arithmetic.Compare(operation.Operator, a, b)) results.Add(sample);
        }

        return results;
    }
}

/// <summary><c>vector(1)</c>.</summary>
internal sealed class ConstantEvaluator(double value) : StepEvaluator
{
    public override List<Sample> At(long time) => [new(Labels.LabelSet.Empty, value)];
}
