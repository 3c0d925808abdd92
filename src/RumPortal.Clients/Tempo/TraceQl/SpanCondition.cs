using RumPortal.Clients.Querying;

namespace RumPortal.Clients.Tempo.TraceQl;

/// <summary>What one span must be like.</summary>
public abstract record SpanCondition
{
    private SpanCondition()
    {
    }

    public SpanCondition And(SpanCondition other) => new Both(this, other);

    public SpanCondition Or(SpanCondition other) => new Either(this, other);

    /// <summary>A span without the field fails, whatever the comparison.</summary>
    public sealed record Compares(TraceField Field, FieldComparison Comparison, TraceValue Value) : SpanCondition;

    /// <summary>
    /// The expression must match the whole text: so it is since Tempo 2.7, and to older versions, which search in the text, it is said
    /// within the expression.
    /// </summary>
    public sealed record Matches(TraceField Field, Re2 Expression, bool IsNegated = false) : SpanCondition;

    public sealed record Both(SpanCondition Left, SpanCondition Right) : SpanCondition;

    public sealed record Either(SpanCondition Left, SpanCondition Right) : SpanCondition;
}
