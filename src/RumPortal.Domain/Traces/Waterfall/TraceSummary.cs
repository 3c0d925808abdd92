using System.Collections.Immutable;

namespace RumPortal.Domain.Traces.Waterfall;

/// <summary>What a trace is as a whole.</summary>
/// <param name="Name">Of its first root; of what is below a missing parent when that is first.</param>
/// <param name="Services">In the order of display, browsers first.</param>
/// <param name="RestartedFrom">The trace that its first server was called in; null unless it was restarted.</param>
public sealed record TraceSummary(
    TraceId Id, string Name, long Start, long Duration, int Spans, int Errors, ImmutableArray<TraceService> Services, LinkState State, TraceId? RestartedFrom)
{
    /// <summary>Parents that are named and did not arrive.</summary>
    public int MissingParents { get; init; }

    /// <summary>Spans whose id another span of the trace has too, halves of one call not counted.</summary>
    public int RepeatedIds { get; init; }

    public int Rings { get; init; }

    public int NegativeDurations { get; init; }

    public int Unreadable { get; init; }

    public ImmutableArray<ServiceShift> Shifts { get; init; } = [];

    public static TraceSummary Of(TraceTree tree)
    {
        var missing = tree.Nodes.Count(node => node.Kind == TraceNodeKind.MissingParent);
        var restarted = tree.Nodes.Where(node => node is { Parent: -1, Span: not null }).Select(node => node.Span is { } root ? Waterfall.RestartedFrom.Of(root, tree.Id) : null).FirstOrDefault(from => from is not null);
        return new TraceSummary(
            tree.Id, NameOf(tree.Nodes), tree.Start, tree.Duration, tree.Nodes.Count(node => node.Span is not null), tree.Nodes.Count(node => node.HasFailed), ServicesOf(tree.Nodes),
            restarted is not null ? LinkState.Restarted : missing > 0 ? LinkState.ParentMissing : LinkState.Complete, restarted)
        {
            MissingParents = missing,
            RepeatedIds = CountOf(tree, NodeMarks.RepeatedId),
            Rings = CountOf(tree, NodeMarks.RingCut),
            NegativeDurations = CountOf(tree, NodeMarks.NegativeDuration),
            Unreadable = tree.Unreadable,
            Shifts = tree.Shifts,
        };
    }

    private static int CountOf(TraceTree tree, NodeMarks mark) => tree.Nodes.Count(node => node.Marks.HasFlag(mark));

    private static string NameOf(ImmutableArray<TraceNode> nodes)
    {
        if (nodes[0].Kind == TraceNodeKind.DocumentLoad) return SpanTitle.Of(nodes[0]).Name;
        return SpanTitle.Of(nodes.First(node => node.Span is not null)).Name;
    }

    private static ImmutableArray<TraceService> ServicesOf(ImmutableArray<TraceNode> nodes)
    {
        var shown = nodes.Where(node => node.Kind != TraceNodeKind.MissingParent).ToList();
        var colours = ServiceColours.Of(shown.Where(node => !node.IsBrowser).Select(node => node.Service));
        return
        [
            .. from node in shown
               group node by (node.Service, node.IsBrowser) into part
               orderby !part.Key.IsBrowser
               select new TraceService(
                   part.Key.Service, part.Key.IsBrowser, part.Key.IsBrowser ? ServiceColours.Browser : colours[part.Key.Service],
                   part.Count(node => node.Span is not null), part.Count(node => node.HasFailed)),
        ];
    }
}
