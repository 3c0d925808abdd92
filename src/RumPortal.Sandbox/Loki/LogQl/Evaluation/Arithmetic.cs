using RumPortal.Sandbox.Loki.LogQl.Syntax;

namespace RumPortal.Sandbox.Loki.LogQl.Evaluation;

/// <summary>The operators on two numbers. A division by zero is not a number; a comparison is 1 or 0.</summary>
internal static class Arithmetic
{
    public static double Apply(BinaryOperator operation, double left, double right) => operation switch
    {
        BinaryOperator.Add => left + right,
        BinaryOperator.Subtract => left - right,
        BinaryOperator.Multiply => left * right,
        BinaryOperator.Divide => right == 0 ? double.NaN : left / right,
        BinaryOperator.Modulo => right == 0 ? double.NaN : left % right,
        BinaryOperator.Power => Math.Pow(left, right),
        _ => Compare(operation, left, right) ? 1 : 0,
    };

    public static bool Compare(BinaryOperator operation, double left, double right) => operation switch
    {
        BinaryOperator.Equal => left == right,
        BinaryOperator.NotEqual => left != right,
        BinaryOperator.Greater => left > right,
        BinaryOperator.GreaterOrEqual => left >= right,
        BinaryOperator.Less => left < right,
        BinaryOperator.LessOrEqual => left <= right,
        _ => throw new ArgumentOutOfRangeException(nameof(operation)),
    };
}
