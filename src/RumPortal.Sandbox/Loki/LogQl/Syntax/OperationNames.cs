using System.Collections.Frozen;

namespace RumPortal.Sandbox.Loki.LogQl.Syntax;

/// <summary>The words and signs of the operations, both ways, with the precedence of the binary ones (1 binds loosest).</summary>
internal static class OperationNames
{
    private static readonly FrozenDictionary<string, RangeOperation> Ranges = Enum.GetValues<RangeOperation>().ToFrozenDictionary(Snake, StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, VectorOperation> Vectors = Enum.GetValues<VectorOperation>().ToFrozenDictionary(NameOf, StringComparer.Ordinal);

    private static readonly (BinaryOperator Operator, string Text, int Precedence)[] Binaries =
    [
        (BinaryOperator.Or, "or", 1),
        (BinaryOperator.And, "and", 2), (BinaryOperator.Unless, "unless", 2),
        (BinaryOperator.Equal, "==", 3), (BinaryOperator.NotEqual, "!=", 3), (BinaryOperator.Less, "<", 3),
        (BinaryOperator.LessOrEqual, "<=", 3), (BinaryOperator.Greater, ">", 3), (BinaryOperator.GreaterOrEqual, ">=", 3),
        (BinaryOperator.Add, "+", 4), (BinaryOperator.Subtract, "-", 4),
        (BinaryOperator.Multiply, "*", 5), (BinaryOperator.Divide, "/", 5), (BinaryOperator.Modulo, "%", 5),
        (BinaryOperator.Power, "^", 6),
    ];

    private static readonly FrozenDictionary<string, (BinaryOperator Operator, int Precedence)> BinaryByText =
        Binaries.ToFrozenDictionary(b => b.Text, b => (b.Operator, b.Precedence), StringComparer.Ordinal);

    public static bool TryGet(string name, out RangeOperation operation) => Ranges.TryGetValue(name, out operation);

    public static bool TryGet(string name, out VectorOperation operation) => Vectors.TryGetValue(name, out operation);

    public static bool TryGet(Token token, out BinaryOperator operation, out int precedence)
    {
        var known = token.Kind is TokenKind.Symbol or TokenKind.Keyword && BinaryByText.TryGetValue(token.Text, out var found) ? found : default((BinaryOperator, int)?);
        (operation, precedence) = known ?? default;
        return known is not null;
    }

    public static string NameOf(RangeOperation operation) => Snake(operation);

    public static string NameOf(VectorOperation operation) => operation == VectorOperation.SortDesc ? "sort_desc" : operation.ToString().ToLowerInvariant();

    public static string NameOf(BinaryOperator operation) => Binaries.First(b => b.Operator == operation).Text;

    public static bool IsComparison(BinaryOperator operation) => operation is >= BinaryOperator.Equal and <= BinaryOperator.GreaterOrEqual;

    public static bool IsLogical(BinaryOperator operation) => operation is BinaryOperator.Or or BinaryOperator.And or BinaryOperator.Unless;

    private static string Snake(RangeOperation operation) =>
        string.Concat(operation.ToString().Select((c, i) => i > 0 && char.IsUpper(c) ? "_" + char.ToLowerInvariant(c) : char.ToLowerInvariant(c).ToString()));
}
