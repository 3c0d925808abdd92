using RumPortal.Sandbox.Tempo.Store;
using RumPortal.Sandbox.Tempo.TraceQl.Syntax;

namespace RumPortal.Sandbox.Tempo.TraceQl.Evaluation;

/// <summary>Runs the stages of a query over one trace.</summary>
internal static class PipelineEvaluator
{
    /// <returns>The sets that are left; none when the trace does not match.</returns>
    public static IReadOnlyList<Spanset> Evaluate(Pipeline pipeline, TraceTree trace) => Evaluate(pipeline, [new(trace.Nodes, [])]);

    private static IReadOnlyList<Spanset> Evaluate(Pipeline pipeline, IReadOnlyList<Spanset> input)
    {
        foreach (var stage in pipeline.Stages)
        {
            if (input.Count == 0) return [];
            input = Evaluate(stage, input);
        }

        return input;
    }

    private static IReadOnlyList<Spanset> Evaluate(PipelineStage stage, IReadOnlyList<Spanset> input) => stage switch
    {
        PipelineStage.Spansets spansets => [.. input.SelectMany(set => Evaluate(spansets.Expression, set))],
        PipelineStage.ScalarFilter filter => [.. input.Select(set => Filter(filter, set)).OfType<Spanset>()],
        PipelineStage.GroupBy group => [.. input.SelectMany(set => Group(group.Key, set))],
        PipelineStage.Coalesce => [new Spanset([.. input.SelectMany(set => set.Spans).Distinct()], [])],
        _ => input,
    };

    private static IReadOnlyList<Spanset> Evaluate(SpansetExpression expression, Spanset set) => expression switch
    {
        SpansetExpression.Filter filter => NotEmpty(set, [.. set.Spans.Where(span => FieldEvaluator.Evaluate(filter.Condition, span).IsTrue)]),
        SpansetExpression.Wrapped wrapped => Evaluate(wrapped.Pipeline, [set]),
        SpansetExpression.Operation operation => Combine(operation, set),
        _ => [],
    };

    private static IReadOnlyList<Spanset> Combine(SpansetExpression.Operation operation, Spanset set)
    {
        var (left, right) = (Evaluate(operation.Left, set), Evaluate(operation.Right, set));
        switch (operation.Operator)
        {
            case "&&" when left.Count == 0 || right.Count == 0:
                return [];
            case "&&" or "||":
                return NotEmpty(set, [.. left.Concat(right).SelectMany(found => found.Spans).Distinct()]);
        }

        if (right.Count == 0) return [];
        if (left.Count > 1 || right.Count > 1) throw new TraceQlException("spanset operators are not supported for multiple spansets per trace");
        return NotEmpty(set, Structure.Join(operation.Operator, left.Count == 0 ? [] : left[0].Spans, right[0].Spans));
    }

    private static IReadOnlyList<Spanset> NotEmpty(Spanset set, IReadOnlyList<SpanNode> spans) => spans.Count == 0 ? [] : [set with { Spans = spans }];

    private static Spanset? Filter(PipelineStage.ScalarFilter filter, Spanset set)
    {
        if (filter is not { Left: ScalarExpression.Aggregate aggregate, Right: ScalarExpression.Constant constant }) return null;
        var value = Aggregation.Of(aggregate, set.Spans);
        return !value.IsNil && FieldEvaluator.Holds(filter.Operator, value, constant.Value) ? set.With(QueryText.Of(aggregate), value) : null;
    }

    private static IEnumerable<Spanset> Group(FieldExpression key, Spanset set) => set.Spans
        .GroupBy(span => FieldEvaluator.Evaluate(key, span))
        .Select(group => (set with { Spans = [.. group] }).With($"by({QueryText.Of(key)})", group.Key));
}
