using RumPortal.Sandbox.Labels;

namespace RumPortal.Sandbox.Prometheus.PromQl.Syntax;

/// <summary>What the two sides of an operator must be like.</summary>
internal static class OperandRules
{
    /// <summary>The error in Prometheus' words, or null when all is well.</summary>
    public static string? Violation(BinaryOperation operation)
    {
        var (symbol, matching) = (operation.Operator, operation.Matching);
        var scalars = (operation.Left.Type == ExpressionType.Scalar ? 1 : 0) + (operation.Right.Type == ExpressionType.Scalar ? 1 : 0);
        if (operation.ReturnsBool && !symbol.IsComparison()) return "bool modifier can only be used on comparison operators";
        if (symbol.IsComparison() && !operation.ReturnsBool && scalars == 2) return "comparisons between scalars must use BOOL modifier";
        if (matching.On && matching.Labels.Intersect(matching.Include).FirstOrDefault() is { } both) return $"label \"{both}\" must not occur in ON and GROUP clause at once";
        if (!IsNumeric(operation.Left) || !IsNumeric(operation.Right)) return "binary expression must contain only scalar and instant vector types";
        if (scalars > 0 && matching.Labels.Count > 0) return "vector matching only allowed between instant vectors";
        if (!symbol.IsSet()) return null;
        if (scalars > 0) return $"set operator \"{symbol.Spelling()}\" not allowed in binary scalar expression";
        return matching.Cardinality == MatchCardinality.OneToOne ? null : $"no grouping allowed for \"{symbol.Spelling()}\" operation";
    }

    private static bool IsNumeric(Expression expression) => expression.Type is ExpressionType.Scalar or ExpressionType.Vector;
}
