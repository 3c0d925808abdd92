namespace RumPortal.Sandbox.Prometheus.PromQl.Syntax;

internal static class AggregationOperators
{
    private static readonly Dictionary<string, AggregationOperator> BySpelling = Enum.GetValues<AggregationOperator>()
        .ToDictionary(operation => operation == AggregationOperator.CountValues ? "count_values" : operation.ToString(), StringComparer.OrdinalIgnoreCase);

    public static AggregationOperator? Find(Token token) =>
        token.Kind == TokenKind.Identifier && BySpelling.TryGetValue(token.Text, out var found) ? found : null;

    /// <summary>The type of the parameter before the vector, or null when there is none.</summary>
    public static ExpressionType? ParameterType(this AggregationOperator operation) => operation switch
    {
        AggregationOperator.Topk or AggregationOperator.Bottomk or AggregationOperator.Quantile => ExpressionType.Scalar,
        AggregationOperator.CountValues => ExpressionType.Text,
        _ => null,
    };
}
