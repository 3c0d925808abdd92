using RumPortal.Sandbox.Otlp.Spans;
using RumPortal.Sandbox.Tempo.Store;
using RumPortal.Sandbox.Tempo.TraceQl.Syntax;

namespace RumPortal.Sandbox.Tempo.TraceQl.Evaluation;

/// <summary>Collects the names and values of attributes from the spans of a range, perhaps only from those that a query finds.</summary>
internal sealed class TagIndex(TraceStore store)
{
    /// <returns>The names in each of the scopes, in the order of the scopes.</returns>
    public IReadOnlyList<IReadOnlyList<string>> Names(IReadOnlyList<AttributeScope> scopes, Pipeline? filter, ulong from, ulong to, CancellationToken cancellation)
    {
        var names = scopes.Select(_ => new HashSet<string>(StringComparer.Ordinal)).ToList();
        foreach (var node in Spans(filter, from, to, cancellation))
            for (var i = 0; i < scopes.Count; i++)
                foreach (var attributes in Sets(node.Span, scopes[i]))
                    foreach (var item in attributes.Items) names[i].Add(item.Key);
        return [.. names.Select(found => found.Order(StringComparer.Ordinal).ToList())];
    }

    /// <summary>Tempo 3.0 behaviour: of statuses and kinds all that there can be, of durations none.</summary>
    public IReadOnlyList<Value> Values(FieldExpression field, Pipeline? filter, ulong from, ulong to, CancellationToken cancellation)
    {
        switch (field)
        {
            case FieldExpression.Property { Intrinsic: Intrinsic.Status }:
                return [.. Enum.GetValues<SpanStatus>().Select(Value.Of)];
            case FieldExpression.Property { Intrinsic: Intrinsic.Kind }:
                return [.. Enum.GetValues<SpanKind>().Select(Value.Of)];
            case FieldExpression.Property { Intrinsic: Intrinsic.Duration or Intrinsic.TraceDuration }:
                return [];
        }

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
