using System.Collections.Immutable;

namespace RumPortal.Domain.Traces.Waterfall;

/// <summary>How long a node itself was at work: its time less the union of its children's, which may overlap each other and outlast it.</summary>
internal static class SelfTimes
{
    public static ImmutableArray<TraceNode> Add(ImmutableArray<TraceNode> nodes)
    {
        var counted = ImmutableArray.CreateBuilder<TraceNode>(nodes.Length);
        for (var i = 0; i < nodes.Length; i++)
            counted.Add(nodes[i].Kind == TraceNodeKind.MissingParent ? nodes[i] : nodes[i] with { SelfTime = nodes[i].Duration - Covered(nodes, i) });
        return counted.MoveToImmutable();
    }

    private static long Covered(ImmutableArray<TraceNode> nodes, int index)
    {
        var node = nodes[index];
        var (covered, seen) = (0L, node.Start);
        var end = index + node.Descendants;
        for (var child = index + 1; child <= end; child += nodes[child].Descendants + 1)
        {
            var (from, to) = (Math.Max(nodes[child].Start, seen), Math.Min(nodes[child].End, node.End));
            if (to <= from) continue;
            covered += to - from;
            seen = to;
        }
        return covered;
    }
}
