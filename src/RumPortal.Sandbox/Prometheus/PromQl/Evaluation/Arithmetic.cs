using RumPortal.Sandbox.Prometheus.PromQl.Syntax;

namespace RumPortal.Sandbox.Prometheus.PromQl.Evaluation;

/// <summary>Operators on two numbers.</summary>
internal static class Arithmetic
{
    /// <summary>The value of an operation, or the left side of a comparison that holds; null when it does not hold.</summary>
    public static double? Element(BinaryOperator operation, double left, double right) => operation switch
    {
        BinaryOperator.Add => left + right,
        BinaryOperator.Subtract => left - right,
        BinaryOperator.Multiply => left * right,
        BinaryOperator.Divide => left / right,
        BinaryOperator.Modulo => left % right,
        BinaryOperator.Power => Math.Pow(left, right),
        BinaryOperator.Atan2 => Math.Atan2(left, right),
        _ => Holds(operation, left, right) ? left : null,
    };

    /// <summary>Between scalars a comparison gives 1 or 0.</summary>
    public static double Scalar(BinaryOperator operation, double left, double right) =>
        operation.IsComparison() ? Holds(operation, left, right) ? 1 : 0 : Element(operation, left, right) ?? double.NaN;

    private static bool Holds(BinaryOperator operation, double left, double right) => operation switch
    {
        BinaryOperator.Equal => left == right,
        BinaryOperator.NotEqual => left != right,
        BinaryOperator.Less => left < right,
        BinaryOperator.LessOrEqual => left <= right,
        BinaryOperator.Greater => left > right,
        BinaryOperator.GreaterOrEqual => left >= right,
        _ => throw new InvalidOperationException($"{operation} compares nothing."),
    };
}
