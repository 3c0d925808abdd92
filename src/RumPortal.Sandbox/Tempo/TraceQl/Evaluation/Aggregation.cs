using RumPortal.Sandbox.Tempo.Store;
using RumPortal.Sandbox.Tempo.TraceQl.Syntax;

namespace RumPortal.Sandbox.Tempo.TraceQl.Evaluation;

/// <summary><c>count avg max min sum</c> over the spans of a set. Spans without the field do not count; when none has it there is no value.</summary>
internal static class Aggregation
{
    public static Value Of(ScalarExpression.Aggregate aggregate, IReadOnlyList<SpanNode> spans)
    {
        if (aggregate.Of is not { } of) return Value.Of(spans.Count);
        var values = spans.Select(span => FieldEvaluator.Evaluate(of, span)).Where(value => value.IsNumeric).ToList();
        if (values.Count == 0) return Value.Nil;
        return aggregate.Function switch
        {
            "max" => values.MaxBy(value => value.Number),
            "min" => values.MinBy(value => value.Number),
            "sum" => Sum(values),
            _ => Average(values),
        };
    }

    private static Value Sum(List<Value> values) => values[0].Kind switch
    {
        ValueKind.Duration => Value.OfDuration((long)values.Sum(value => value.Number)),
        ValueKind.WholeNumber => Value.Of((long)values.Sum(value => value.Number)),
        _ => Value.Of(values.Sum(value => value.Number)),
    };

    private static Value Average(List<Value> values)
    {
        var average = values.Average(value => value.Number);
        return values[0].Kind == ValueKind.Duration ? Value.OfDuration((long)average) : Value.Of(average);
    }
}
