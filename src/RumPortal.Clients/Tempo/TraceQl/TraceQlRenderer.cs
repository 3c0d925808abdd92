using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using RumPortal.Clients.Querying;

namespace RumPortal.Clients.Tempo.TraceQl;

/// <summary>
/// Makes the text of queries. Nothing else does; all text that a query carries passes <see cref="QueryString.Encode"/>, all names of
/// attributes pass <see cref="TraceField"/>.
/// </summary>
internal static class TraceQlRenderer
{
    public static string Render(TraceQuery query) => query switch
    {
        TraceQuery.Typed q => q.Text,
        TraceQuery.Scoped q => $"({Render(q.Scope)}) && ({q.Text}) with (most_recent=true)",
        TraceQuery.Pipeline q =>
            Render(q.Spans) + string.Concat(q.Stages.Select(stage => " | " + Render(stage))) + (q.IsMostRecent ? " with (most_recent=true)" : ""),
        _ => throw new UnreachableException(),
    };

    public static string Render(TraceMetricQuery query) => $"{Render(query.Spans)} | {Function(query)}{By(query.By)}";

    private static string Function(TraceMetricQuery query) => query switch
    {
        TraceMetricQuery.Rate => "rate()",
        TraceMetricQuery.CountOverTime => "count_over_time()",
        TraceMetricQuery.QuantileOverTime q => $"quantile_over_time({q.Field}, {string.Join(", ", q.Shares.Select(QuerySyntax.Number))})",
        TraceMetricQuery.AggregateOverTime q => $"{Name(q.Aggregate)}_over_time({q.Field})",
        _ => throw new UnreachableException(),
    };

    private static string By(ImmutableArray<TraceField> fields) => fields.Length == 0 ? "" : $" by({string.Join(", ", fields)})";

    public static string Render(Spanset spans) => spans switch
    {
        Spanset.Filter { Condition: null } => "{ }",
        Spanset.Filter { Condition: { } condition } => $"{{ {Render(condition)} }}",
        Spanset.Relation s => $"{Operand(s.Left)} {Operator(s.Operator)} {Operand(s.Right)}",
        _ => throw new UnreachableException(),
    };

    private static string Operand(Spanset spans) => spans is Spanset.Relation ? $"({Render(spans)})" : Render(spans);

    private static string Render(SpanCondition condition) => condition switch
    {
        SpanCondition.Compares c => $"{c.Field} {Operator(c.Comparison)} {Render(c.Value)}",
        SpanCondition.Matches c => $"{c.Field} {(c.IsNegated ? "!~" : "=~")} {QueryString.Encode($"^(?:{c.Expression.Pattern})$")}",
        SpanCondition.Both c => $"{Operand<SpanCondition.Either>(c.Left)} && {Operand<SpanCondition.Either>(c.Right)}",
        SpanCondition.Either c => $"{Operand<SpanCondition.Both>(c.Left)} || {Operand<SpanCondition.Both>(c.Right)}",
        _ => throw new UnreachableException(),
    };

    private static string Operand<TOther>(SpanCondition condition) => condition is TOther ? $"({Render(condition)})" : Render(condition);

    private static string Render(TraceStage stage) => stage switch
    {
        TraceStage.Select s => $"select({string.Join(", ", s.Fields)})",
        TraceStage.By s => $"by({s.Field})",
        TraceStage.Coalesce => "coalesce()",
        TraceStage.Count s => $"count() {Operator(s.Comparison)} {s.Number.ToString(CultureInfo.InvariantCulture)}",
        TraceStage.Aggregated s => $"{Name(s.Aggregate)}({s.Field}) {Operator(s.Comparison)} {Render(s.Value)}",
        _ => throw new UnreachableException(),
    };

    private static string Render(TraceValue value) => value switch
    {
        TraceValue.Text v => QueryString.Encode(v.Value),
        TraceValue.Whole v => v.Value.ToString(CultureInfo.InvariantCulture),
        TraceValue.Real v => Real(v.Value),
        TraceValue.Boolean v => v.Value ? "true" : "false",
        TraceValue.Duration v => v.Value == TimeSpan.Zero ? "0s" : QueryDuration.Format(v.Value),
        TraceValue.OfStatus v => v.Value.ToString().ToLowerInvariant(),
        TraceValue.OfKind v => v.Value.ToString().ToLowerInvariant(),
        TraceValue.Nothing => "nil",
        _ => throw new UnreachableException(),
    };

    // With a point: a whole number is another type.
    private static string Real(double number) =>
        QuerySyntax.Number(number) is var text && text.Contains('.', StringComparison.Ordinal) ? text : text + ".0";

    private static string Name(SpanAggregate aggregate) => aggregate.ToString().ToLowerInvariant();

    private static string Operator(FieldComparison comparison) => comparison switch
    {
        FieldComparison.Equal => "=",
        FieldComparison.NotEqual => "!=",
        FieldComparison.Less => "<",
        FieldComparison.LessOrEqual => "<=",
        FieldComparison.Greater => ">",
        _ => ">=",
    };

    private static string Operator(SpansetOperator @operator) => @operator switch
    {
        SpansetOperator.And => "&&",
        SpansetOperator.Or => "||",
        SpansetOperator.Child => ">",
        SpansetOperator.Parent => "<",
        SpansetOperator.Descendant => ">>",
        SpansetOperator.Ancestor => "<<",
        SpansetOperator.Sibling => "~",
        SpansetOperator.ChildUnion => "&>",
        SpansetOperator.ParentUnion => "&<",
        SpansetOperator.DescendantUnion => "&>>",
        SpansetOperator.AncestorUnion => "&<<",
        _ => "&~",
    };
}
