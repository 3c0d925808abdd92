namespace RumPortal.Sandbox.Tempo.TraceQl.Syntax;

/// <summary>Expressions as Tempo spells them in its errors and in the names of results.</summary>
internal static class QueryText
{
    public static string Of(FieldExpression expression) => expression switch
    {
        FieldExpression.Constant { Value.Kind: ValueKind.Text } constant => $"`{constant.Value.Text}`",
        FieldExpression.Constant constant => constant.Value.ToString(),
        FieldExpression.Attribute attribute => (attribute.OfParent ? "parent." : "") + ScopeText(attribute) + NameText(attribute.Name),
        FieldExpression.Property property => IntrinsicNames.NameOf(property.Intrinsic),
        FieldExpression.Presence presence => $"{Wrapped(presence.Of)} {(presence.Wanted ? "!=" : "=")} nil",
        FieldExpression.Negation negation => $"!{Wrapped(negation.Of)}",
        FieldExpression.Minus minus => $"-{Wrapped(minus.Of)}",
        FieldExpression.Binary binary => $"{Wrapped(binary.Left)} {binary.Operator} {Wrapped(binary.Right)}",
        _ => "",
    };

    public static string Of(ScalarExpression expression) => expression switch
    {
        ScalarExpression.Constant constant => constant.Value.ToString(),
        ScalarExpression.Aggregate { Of: null } count => $"{count.Function}()",
        ScalarExpression.Aggregate { Of: { } of } aggregate => $"{aggregate.Function}({Of(of)})",
        ScalarExpression.Arithmetic arithmetic => $"({Of(arithmetic.Left)}) {arithmetic.Operator} ({Of(arithmetic.Right)})",
        _ => "",
    };

    private static string Wrapped(FieldExpression expression) =>
        expression is FieldExpression.Constant or FieldExpression.Attribute or FieldExpression.Property ? Of(expression) : $"({Of(expression)})";

    private static string ScopeText(FieldExpression.Attribute attribute) => attribute.Scope switch
    {
        AttributeScope.Any => attribute.OfParent ? "" : ".",
        var scope => scope.ToString().ToLowerInvariant() + ".",
    };

    private static string NameText(string name) => name.Any(char.IsWhiteSpace) ? $"\"{name}\"" : name;
}
