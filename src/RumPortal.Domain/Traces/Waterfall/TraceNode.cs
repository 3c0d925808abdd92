namespace RumPortal.Domain.Traces.Waterfall;

/// <summary>
/// A node of a <see cref="TraceTree"/>, which lists them in the order of display: a node's descendants follow it. Times are nanoseconds
/// since 1970 by the clock of the tree.
/// </summary>
public sealed record TraceNode
{
    public required TraceNodeKind Kind { get; init; }

    /// <summary>Index of the parent, which is always smaller than the node's own; -1 for a root.</summary>
    public required int Parent { get; init; }

    /// <summary>0 for a root.</summary>
    public required int Depth { get; init; }

    public required int Descendants { get; init; }

    /// <summary>Null for a document's load.</summary>
    public SpanId? Id { get; init; }

    /// <summary>Null for what is not a span.</summary>
    public Span? Span { get; init; }

    /// <summary>Null for what is not a document's load.</summary>
    public LoadedDocument? Document { get; init; }

    public required long Start { get; init; }

    /// <summary>Never before <see cref="Start"/>.</summary>
    public required long End { get; init; }

    /// <summary>Nanoseconds that correcting clocks adds to its times, whether or not the tree is corrected.</summary>
    public required long Shift { get; init; }

    /// <summary>Nanoseconds during which none of its children ran; zero for a missing parent.</summary>
    public long SelfTime { get; init; }

    public NodeMarks Marks { get; init; }

    public long Duration => End - Start;

    public bool HasFailed => Span?.Status == SpanStatus.Error;

    public bool IsBrowser => Kind == TraceNodeKind.DocumentLoad || Span?.Resource.IsBrowser == true;

    /// <summary>Empty when the sender gave none, and for missing parents.</summary>
    public string Service => Document?.App ?? Span?.Resource.Service ?? "";
}
