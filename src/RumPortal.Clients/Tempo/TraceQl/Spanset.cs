namespace RumPortal.Clients.Tempo.TraceQl;

/// <summary>Spans of one trace: those that meet a condition, or those of two sets that relate to each other.</summary>
public abstract record Spanset
{
    private Spanset()
    {
    }

    /// <summary>All spans.</summary>
    public static Spanset All { get; } = new Filter(null);

    public static Spanset Where(SpanCondition condition) => new Filter(condition);

    /// <summary>The spans for which all of these hold; all spans when there is none.</summary>
    public static Spanset Where(params IReadOnlyCollection<SpanCondition> conditions) =>
        conditions.Count == 0 ? All : new Filter(conditions.Aggregate((left, right) => left.And(right)));

    public Spanset With(SpansetOperator @operator, Spanset other) => new Relation(this, @operator, other);

    /// <summary>The query for these spans.</summary>
    public TraceQuery Query(params IReadOnlyCollection<TraceStage> stages) => new TraceQuery.Pipeline(this, [.. stages]);

    /// <summary><c>{ kind = server &amp;&amp; status = error }</c>; <c>{ }</c> without a condition.</summary>
    public sealed record Filter(SpanCondition? Condition) : Spanset;

    /// <summary><c>{ ... } &amp;&gt; { ... }</c></summary>
    public sealed record Relation(Spanset Left, SpansetOperator Operator, Spanset Right) : Spanset;
}
