namespace RumPortal.Domain.Traces.Waterfall;

/// <summary>What a node of a tree stands for.</summary>
public enum TraceNodeKind
{
    Span,

    /// <summary>A span that others name as their parent and that never arrived.</summary>
    MissingParent,

    /// <summary>A page's document that said in <c>Server-Timing</c> which trace made it; browsers send no span for it.</summary>
    DocumentLoad,
}
