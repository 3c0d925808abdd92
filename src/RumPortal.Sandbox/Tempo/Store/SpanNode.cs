using RumPortal.Sandbox.Otlp.Spans;

namespace RumPortal.Sandbox.Tempo.Store;

/// <summary>
/// A span in the tree of its trace. Left and right are its numbers in the nested-set model that Tempo's blocks have: a descendant's lie
/// between those of its ancestor. Spans that no root reaches have zeros and are in no relation to others.
/// </summary>
public sealed class SpanNode(Span span, TraceTree trace)
{
    public Span Span { get; } = span;

    public TraceTree Trace { get; } = trace;

    public int Left { get; internal set; }

    public int Right { get; internal set; }

    /// <summary><see cref="Left"/> of the parent; -1 for a root, 0 when no root reaches the span.</summary>
    public int ParentLeft { get; internal set; }

    public int ChildCount { get; internal set; }

    public bool IsChildOf(SpanNode other) => other.Left > 0 && ParentLeft == other.Left;

    public bool IsDescendantOf(SpanNode other) => other.Left > 0 && Left > other.Left && Right < other.Right;

    public bool IsSiblingOf(SpanNode other) => ParentLeft > 0 && ParentLeft == other.ParentLeft && !ReferenceEquals(this, other);
}
