using RumPortal.Sandbox.Loki.LogQl.Pipeline;
using RumPortal.Sandbox.Loki.LogQl.Syntax;

namespace RumPortal.Sandbox.Loki.LogQl.Evaluation;

/// <summary>Builds the evaluators of an expression; the lines are read while building.</summary>
internal static class StepEvaluators
{
    public static StepEvaluator Build(MetricExpression expression, EvaluationContext context) => expression switch
    {
        RangeAggregation range => new RangeEvaluator(range, GroupingOf(range), context),
        VectorAggregation vector => new VectorEvaluator(vector, BuildOperand(vector, context), context.MaxSeries),
        BinaryOperation { Left: NumberLiteral number } binary => new NumberOperandEvaluator(binary, Build(binary.Right, context), number.Value, numberIsLeft: true),
        BinaryOperation { Right: NumberLiteral number } binary => new NumberOperandEvaluator(binary, Build(binary.Left, context), number.Value, numberIsLeft: false),
        BinaryOperation binary => new BinaryEvaluator(binary, Build(binary.Left, context), Build(binary.Right, context)),
        VectorLiteral vector => new ConstantEvaluator(vector.Value),
        LabelReplacement replacement => new LabelReplaceEvaluator(replacement, Build(replacement.Operand, context)),
        NumberLiteral => throw new QueryException(StatusCodes.Status400BadRequest, "parse error : a number is not supported as the operand of a function"),
        _ => throw new ArgumentOutOfRangeException(nameof(expression)),
    };

    /// <summary>A sum over a plain range function tells it which labels are needed, so that the parsers can skip the rest.</summary>
    private static StepEvaluator BuildOperand(VectorAggregation vector, EvaluationContext context)
    {
        if (vector is not { Operation: VectorOperation.Sum, Operand: RangeAggregation { Grouping: null } range } || !IsSummable(range.Operation)) return Build(vector.Operand, context);
        var grouping = vector.Grouping is null ? SampleGrouping.Nothing : SampleGrouping.Of(vector.Grouping);
        return new RangeEvaluator(range, grouping, context);
    }

    private static bool IsSummable(RangeOperation operation) => operation
        is RangeOperation.CountOverTime or RangeOperation.Rate or RangeOperation.BytesOverTime or RangeOperation.BytesRate or RangeOperation.SumOverTime;

    private static SampleGrouping GroupingOf(RangeAggregation range) =>
        range.Operation == RangeOperation.AbsentOverTime ? SampleGrouping.Nothing : SampleGrouping.Of(range.Grouping);
}
