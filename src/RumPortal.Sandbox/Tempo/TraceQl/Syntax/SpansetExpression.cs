namespace RumPortal.Sandbox.Tempo.TraceQl.Syntax;

/// <summary>What finds spans of one trace.</summary>
public abstract record SpansetExpression
{
    private SpansetExpression()
    {
    }

    /// <summary><c>{ ... }</c></summary>
    public sealed record Filter(FieldExpression Condition) : SpansetExpression;

    /// <summary><c>&amp;&amp; ||</c>, and the structural <c>&gt; &gt;&gt; &lt; &lt;&lt; ~</c> with their forms after <c>!</c> and <c>&amp;</c>.</summary>
    public sealed record Operation(string Operator, SpansetExpression Left, SpansetExpression Right) : SpansetExpression;

    /// <summary>A pipeline in parentheses.</summary>
    public sealed record Wrapped(Pipeline Pipeline) : SpansetExpression;
}
