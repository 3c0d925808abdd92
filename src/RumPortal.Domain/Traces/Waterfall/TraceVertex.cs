namespace RumPortal.Domain.Traces.Waterfall;

/// <summary>A node while its tree is being built.</summary>
internal sealed class TraceVertex
{
    public required TraceNodeKind Kind { get; init; }

    public SpanId? Id { get; init; }

    public Span? Span { get; init; }

    public LoadedDocument? Document { get; init; }

    public TraceVertex? Parent { get; set; }

    public List<TraceVertex> Children { get; } = [];

    public long Start { get; set; }

    public long End { get; set; }

    public long Shift { get; set; }

    public NodeMarks Marks { get; set; }

    /// <summary>Where it stands among the nodes in the order of display.</summary>
    public int Index { get; set; }

    public bool IsMissing => Kind == TraceNodeKind.MissingParent;

    public static TraceVertex Of(Span span)
    {
        var (start, end) = (TraceTime.Clamp(span.Start), TraceTime.Clamp(span.End));
        return new TraceVertex
        {
            Kind = TraceNodeKind.Span,
            Id = span.Id,
            Span = span,
            Start = start,
            End = Math.Max(start, end),
            Marks = span.End < span.Start ? NodeMarks.NegativeDuration : NodeMarks.None,
        };
    }

    public static TraceVertex Of(LoadedDocument document)
    {
        var start = TraceTime.Clamp(document.Start);
        return new TraceVertex { Kind = TraceNodeKind.DocumentLoad, Document = document, Start = start, End = TraceTime.Add(start, Math.Max(0, document.Duration)) };
    }

    public static TraceVertex Missing(SpanId id) => new() { Kind = TraceNodeKind.MissingParent, Id = id };

    public void MoveBy(long shift) => (Start, End) = (TraceTime.Add(Start, shift), TraceTime.Add(End, shift));
}
