using System.Collections.Immutable;
using RumPortal.Sandbox.Tempo.Store;

namespace RumPortal.Sandbox.Tempo.TraceQl.Evaluation;

/// <summary>Spans of one trace that a query has found so far, with what was computed about them, such as <c>count()</c>.</summary>
public sealed record Spanset(IReadOnlyList<SpanNode> Spans, ImmutableArray<(string Name, Value Value)> Attributes)
{
    public Spanset With(string name, Value value) => this with { Attributes = Attributes.Add((name, value)) };
}
