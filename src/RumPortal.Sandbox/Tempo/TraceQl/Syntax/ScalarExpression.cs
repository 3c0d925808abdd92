namespace RumPortal.Sandbox.Tempo.TraceQl.Syntax;

/// <summary>Something that has one value for a set of spans.</summary>
public abstract record ScalarExpression
{
    private ScalarExpression()
    {
    }

    public sealed record Constant(Value Value) : ScalarExpression;

    /// <summary><c>count()</c>, or another function of <paramref name="Of"/>.</summary>
    public sealed record Aggregate(string Function, FieldExpression? Of) : ScalarExpression;

    public sealed record Arithmetic(string Operator, ScalarExpression Left, ScalarExpression Right) : ScalarExpression;
}
