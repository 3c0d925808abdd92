using RumPortal.Sandbox.Otlp.Spans;

namespace RumPortal.Sandbox.Tempo.Store;

/// <summary>A span in the tree of its trace, with its numbers in the <see cref="NestedSet"/>.</summary>
public sealed class SpanNode(Span span, TraceTree trace, int index)
{
    public Span Span { get; } = span;

    public TraceTree Trace { get; } = trace;

    public int Left => Trace.Numbers.Left[index];

    public int Right => Trace.Numbers.Right[index];

    /// <summary><see cref="Left"/> of the parent; -1 for a root, 0 when no root reaches the span.</summary>
    public int ParentLeft => Trace.Numbers.ParentLeft[index];

    /// <summary>How many spans name this one as their parent.</summary>
    public int ChildCount => Trace.Numbers.ChildCount[index];

    public bool IsDescendantOf(SpanNode other) => other.Left > 0 && Left > other.Left && Right < other.Right;
}
