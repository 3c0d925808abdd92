namespace RumPortal.Sandbox.Prometheus.PromQl.Syntax;

internal static class BinaryOperators
{
    private static readonly Dictionary<string, BinaryOperator> BySpelling = new(StringComparer.OrdinalIgnoreCase)
    {
        ["or"] = BinaryOperator.Or, ["and"] = BinaryOperator.And, ["unless"] = BinaryOperator.Unless,
        ["=="] = BinaryOperator.Equal, ["!="] = BinaryOperator.NotEqual, ["<"] = BinaryOperator.Less, ["<="] = BinaryOperator.LessOrEqual,
        [">"] = BinaryOperator.Greater, [">="] = BinaryOperator.GreaterOrEqual, ["+"] = BinaryOperator.Add, ["-"] = BinaryOperator.Subtract,
        ["*"] = BinaryOperator.Multiply, ["/"] = BinaryOperator.Divide, ["%"] = BinaryOperator.Modulo, ["atan2"] = BinaryOperator.Atan2, ["^"] = BinaryOperator.Power,
    };

    public static BinaryOperator? Find(Token token) =>
        token.Kind is TokenKind.Symbol or TokenKind.Identifier && BySpelling.TryGetValue(token.Text, out var found) ? found : null;

    public static string Spelling(this BinaryOperator operation) => BySpelling.First(pair => pair.Value == operation).Key;

    public static bool IsSet(this BinaryOperator operation) => operation <= BinaryOperator.Unless;

    public static bool IsComparison(this BinaryOperator operation) => operation is >= BinaryOperator.Equal and <= BinaryOperator.GreaterOrEqual;

    /// <summary>Whether the result is another quantity than the operands, whose name it loses. Prometheus 2.42 behaviour: atan2 was forgotten here.</summary>
    public static bool DropsName(this BinaryOperator operation) => operation is >= BinaryOperator.Add and not BinaryOperator.Atan2;

    /// <summary>Binds the tighter the higher. All but the power are left-associative.</summary>
    public static int Precedence(this BinaryOperator operation) => operation switch
    {
        BinaryOperator.Or => 1,
        BinaryOperator.And or BinaryOperator.Unless => 2,
        <= BinaryOperator.GreaterOrEqual => 3,
        BinaryOperator.Add or BinaryOperator.Subtract => 4,
        BinaryOperator.Power => 6,
        _ => 5,
    };
}
