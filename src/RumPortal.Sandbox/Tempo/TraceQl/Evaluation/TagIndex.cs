using RumPortal.Sandbox.Otlp.Spans;
using RumPortal.Sandbox.Tempo.Store;
using RumPortal.Sandbox.Tempo.TraceQl.Syntax;

namespace RumPortal.Sandbox.Tempo.TraceQl.Evaluation;

/// <summary>Collects the names and values of attributes from the spans of a range, perhaps only from those that a query finds.</summary>
internal sealed class TagIndex(TraceStore store)
{
    public IReadOnlyList<string> Names(AttributeScope scope, Pipeline? filter, ulong from, ulong to, CancellationToken cancellation)
    {
        var names = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var node in Spans(filter, from, to, cancellation))
            foreach (var attributes in Sets(node.Span, scope))
                foreach (var item in attributes.Items) names.Add(item.Key);
        return [.. names];
    }

    public IReadOnlyList<Value> Values(FieldExpression field, Pipeline? filter, ulong from, ulong to, CancellationToken cancellation)
    {
        var values = new HashSet<Value>();
        foreach (var node in Spans(filter, from, to, cancellation)) Add(values, FieldEvaluator.Evaluate(field, node));
        return [.. values.OrderBy(value => value.ToString(), StringComparer.Ordinal)];
    }

    private IEnumerable<SpanNode> Spans(Pipeline? filter, ulong from, ulong to, CancellationToken cancellation)
    {
        foreach (var trace in store.Between(from, to))
        {
            cancellation.ThrowIfCancellationRequested();
            var tree = trace.Tree();
            var found = filter is null ? tree.Nodes : PipelineEvaluator.Evaluate(filter, tree).SelectMany(set => set.Spans);
            foreach (var node in found) yield return node;
        }
    }

    private static IEnumerable<AttributeSet> Sets(Span span, AttributeScope scope) => scope switch
    {
        AttributeScope.Resource => [span.Resource.Attributes],
        AttributeScope.Span => [span.Attributes],
        AttributeScope.Event => span.Events.Select(e => e.Attributes),
        AttributeScope.Link => span.Links.Select(link => link.Attributes),
        _ => [span.Scope.Attributes],
    };

    private static void Add(HashSet<Value> values, Value value)
    {
        if (value.Kind is ValueKind.List or ValueKind.AnyOf)
        {
            foreach (var item in value.Items) Add(values, item);
        }
        else if (!value.IsNil && !(value.Kind == ValueKind.Text && value.Text.Length == 0))
        {
            values.Add(value);
        }
    }
}
