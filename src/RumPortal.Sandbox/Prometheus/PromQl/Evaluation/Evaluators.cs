using RumPortal.Sandbox.Prometheus.PromQl.Functions;
using RumPortal.Sandbox.Prometheus.PromQl.Syntax;

namespace RumPortal.Sandbox.Prometheus.PromQl.Evaluation;

/// <summary>Turns a checked expression into something that can be asked for its value at any time of the context's grid, in rising order or not.</summary>
internal static class Evaluators
{
    public static IVectorSource Vector(Expression expression, EvaluationContext context) => expression switch
    {
        Parentheses parentheses => Vector(parentheses.Operand, context),
        VectorSelector selector => new InstantSelector(selector, context),
        Negation negation => new DistinctVector(new MappedVector(Vector(negation.Operand, context), static _ => static value => -value)),
        BinaryOperation binary => new DistinctVector(Binary(binary, context)),
        Aggregation aggregation => Aggregate(aggregation, context),
        FunctionCall call => FunctionEvaluators.Vector(call, context),
        _ => throw new InvalidOperationException($"{expression.GetType().Name} is no instant vector."),
    };

    public static ScalarSource Scalar(Expression expression, EvaluationContext context)
    {
        switch (expression)
        {
            case Parentheses parentheses:
                return Scalar(parentheses.Operand, context);
            case NumberLiteral number:
                return _ => number.Value;
            case Negation negation:
                var operand = Scalar(negation.Operand, context);
                return time => -operand(time);
            case BinaryOperation binary:
                var (left, right) = (Scalar(binary.Left, context), Scalar(binary.Right, context));
                return time => Arithmetic.Scalar(binary.Operator, left(time), right(time));
            case FunctionCall call:
                return FunctionEvaluators.Scalar(call, context);
            default:
                throw new InvalidOperationException($"{expression.GetType().Name} is no scalar.");
        }
    }

    public static RangeSource Range(Expression expression, EvaluationContext context) => expression switch
    {
        Parentheses parentheses => Range(parentheses.Operand, context),
        MatrixSelector matrix => RangeSource.Of(matrix, context),
        Subquery subquery => RangeSource.Of(subquery, context),
        _ => throw new InvalidOperationException($"{expression.GetType().Name} is no range vector."),
    };

    public static string Text(Expression expression) => expression switch
    {
        Parentheses parentheses => Text(parentheses.Operand),
        StringLiteral text => text.Value,
        _ => throw new InvalidOperationException($"{expression.GetType().Name} is no string."),
    };

    private static IVectorSource Binary(BinaryOperation binary, EvaluationContext context)
    {
        if (binary.Operator.IsSet()) return new SetOperation(binary.Operator, Vector(binary.Left, context), Vector(binary.Right, context), new MatchKeys(binary.Matching));
        return (binary.Left.Type, binary.Right.Type) switch
        {
            (ExpressionType.Vector, ExpressionType.Vector) => new VectorJoin(binary, Vector(binary.Left, context), Vector(binary.Right, context)),
            (ExpressionType.Vector, _) => new ScalarJoin(binary, Vector(binary.Left, context), Scalar(binary.Right, context), scalarFirst: false),
            _ => new ScalarJoin(binary, Vector(binary.Right, context), Scalar(binary.Left, context), scalarFirst: true),
        };
    }

    private static IVectorSource Aggregate(Aggregation aggregation, EvaluationContext context)
    {
        var operand = Vector(aggregation.Operand, context);
        var parameter = aggregation.Parameter is { Type: ExpressionType.Scalar } scalar ? Scalar(scalar, context) : static _ => 0;
        if (aggregation.Operator != AggregationOperator.CountValues) return new VectorAggregation(operand, aggregation.Operator, aggregation.Grouping, parameter);
        return CountValues.Of(operand, aggregation);
    }
}
