using System.Collections.Immutable;

namespace RumPortal.Domain.Traces.Waterfall;

/// <summary>
/// The spans of a trace as a waterfall shows them. Whatever was sent has its place: missing parents become nodes, rings are cut, repeated
/// ids stand beside each other, and each such thing is marked. Building takes time in proportion to the spans (but for sorting), whatever
/// their depth.
/// </summary>
public sealed class TraceTree
{
    private TraceTree(TraceId id, int unreadable, TraceClock clock, ImmutableArray<TraceNode> nodes)
    {
        (Id, Unreadable, Clock, Nodes) = (id, unreadable, clock, nodes);
        Start = nodes.Min(node => node.Start);
        End = nodes.Max(node => node.End);
        CriticalPath = Waterfall.CriticalPath.Of(nodes);
        Shifts = ShiftsOf(nodes);
    }

    public TraceId Id { get; }

    /// <summary>Spans that came without a usable id and are not among the nodes.</summary>
    public int Unreadable { get; }

    public TraceClock Clock { get; }

    /// <summary>In the order of display: each node is followed by its descendants. At least one.</summary>
    public ImmutableArray<TraceNode> Nodes { get; }

    /// <summary>Nanoseconds since 1970 by <see cref="Clock"/>.</summary>
    public long Start { get; }

    public long End { get; }

    public long Duration => End - Start;

    public ImmutableArray<PathSection> CriticalPath { get; }

    /// <summary>Services whose clock is off, in the order of display; empty when all fits.</summary>
    public ImmutableArray<ServiceShift> Shifts { get; }

    /// <param name="trace">The spans.</param>
    /// <param name="clock">By whose clock.</param>
    /// <param name="document">The load of a page that led to this trace; null for none.</param>
    /// <exception cref="ArgumentException">The trace has no span.</exception>
    public static TraceTree Build(Trace trace, TraceClock clock = TraceClock.Corrected, LoadedDocument? document = null)
    {
        if (trace.Spans.IsEmpty) throw new ArgumentException("A trace has at least one span.", nameof(trace));
        var vertices = ParentLinks.Connect(trace.Spans);
        RingCut.Apply(vertices);
        MissingParents.Place(vertices);
        if (document is not null) DocumentRoot.Add(vertices, document);
        var topDown = TreeOrder.TopDown(vertices);
        ClockShifts.Apply(topDown);
        if (clock == TraceClock.AsRecorded)
            foreach (var vertex in topDown) vertex.MoveBy(-vertex.Shift);
        TreeOrder.StretchMissing(topDown);
        return new TraceTree(trace.Id, trace.Unreadable, clock, SelfTimes.Add(TreeOrder.Display(topDown)));
    }

    /// <summary>Who names a missing parent: its children, or those of any node.</summary>
    public ImmutableArray<TraceNode> ChildrenOf(int index)
    {
        var children = ImmutableArray.CreateBuilder<TraceNode>();
        for (var child = index + 1; child <= index + Nodes[index].Descendants; child += Nodes[child].Descendants + 1) children.Add(Nodes[child]);
        return children.ToImmutable();
    }

    private static ImmutableArray<ServiceShift> ShiftsOf(ImmutableArray<TraceNode> nodes) =>
    [
        .. from node in nodes
           where node.Kind == TraceNodeKind.Span && node.Shift != 0
           group node.Shift by node.Service into shifts
           select new ServiceShift(shifts.Key, shifts.Min(), shifts.Max()),
    ];
}
