using RumPortal.Sandbox.Tempo.TraceQl.Syntax;

namespace RumPortal.Sandbox.Tempo.TraceQl.Evaluation;

/// <summary>The attributes and intrinsics that a query mentions, each once: what a search shows of the spans that it found.</summary>
internal static class MentionedFields
{
    public static IReadOnlyList<FieldExpression> Of(Pipeline pipeline) => [.. pipeline.Stages.SelectMany(Of).Distinct()];

    private static IEnumerable<FieldExpression> Of(PipelineStage stage) => stage switch
    {
        PipelineStage.Spansets spansets => Of(spansets.Expression),
        PipelineStage.ScalarFilter filter => Of(filter.Left).Concat(Of(filter.Right)),
        PipelineStage.GroupBy group => Of(group.Key),
        PipelineStage.Select select => select.Fields.SelectMany(Of),
        _ => [],
    };

    private static IEnumerable<FieldExpression> Of(SpansetExpression expression) => expression switch
    {
        SpansetExpression.Filter filter => Of(filter.Condition),
        SpansetExpression.Operation operation => Of(operation.Left).Concat(Of(operation.Right)),
        SpansetExpression.Wrapped wrapped => Of(wrapped.Pipeline),
        _ => [],
    };

    private static IEnumerable<FieldExpression> Of(ScalarExpression expression) => expression switch
    {
        ScalarExpression.Aggregate { Of: { } of } => Of(of),
        ScalarExpression.Arithmetic arithmetic => Of(arithmetic.Left).Concat(Of(arithmetic.Right)),
        _ => [],
    };

    private static IEnumerable<FieldExpression> Of(FieldExpression expression) => expression switch
    {
        FieldExpression.Attribute or FieldExpression.Property => [expression],
        FieldExpression.Presence presence => Of(presence.Of),
        FieldExpression.Negation negation => Of(negation.Of),
        FieldExpression.Minus minus => Of(minus.Of),
        FieldExpression.Binary binary => Of(binary.Left).Concat(Of(binary.Right)),
        _ => [],
    };
}
