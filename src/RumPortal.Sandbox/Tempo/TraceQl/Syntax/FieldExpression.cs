using RumPortal.Sandbox.Re2;

namespace RumPortal.Sandbox.Tempo.TraceQl.Syntax;

/// <summary>What stands between braces, or in the parentheses of <c>by</c>, <c>select</c> and aggregates: something that has a value for each span.</summary>
public abstract record FieldExpression
{
    private FieldExpression()
    {
    }

    public sealed record Constant(Value Value) : FieldExpression;

    /// <summary>Of the span itself, or of its parent when <paramref name="OfParent"/>.</summary>
    public sealed record Attribute(AttributeScope Scope, string Name, bool OfParent = false) : FieldExpression;

    public sealed record Property(Intrinsic Intrinsic) : FieldExpression;

    /// <summary>Whether there is a value: <c>span.x != nil</c>, <c>span.x = nil</c>.</summary>
    public sealed record Presence(FieldExpression Of, bool Wanted) : FieldExpression;

    public sealed record Negation(FieldExpression Of) : FieldExpression;

    public sealed record Minus(FieldExpression Of) : FieldExpression;

    /// <param name="Operator">As written.</param>
    /// <param name="Left">Before it.</param>
    /// <param name="Right">After it.</param>
    /// <param name="Pattern">Of <c>=~</c> and <c>!~</c>, whose right side is a text.</param>
    public sealed record Binary(string Operator, FieldExpression Left, FieldExpression Right, Re2Regex? Pattern = null) : FieldExpression;
}
