using System.Collections.Immutable;

namespace RumPortal.Domain.Traces.Waterfall;

/// <summary>Orders of a tree whose depth a sender decides: all without recursion.</summary>
internal static class TreeOrder
{
    /// <summary>Parents before their children; fills the lists of children.</summary>
    public static List<TraceVertex> TopDown(List<TraceVertex> vertices)
    {
        foreach (var vertex in vertices) vertex.Parent?.Children.Add(vertex);
        var order = new List<TraceVertex>(vertices.Count);
        order.AddRange(vertices.Where(vertex => vertex.Parent is null));
        for (var i = 0; i < order.Count; i++) order.AddRange(order[i].Children);
        return order;
    }

    /// <summary>A missing parent lasts as long as what it is known to have caused; <paramref name="topDown"/> is gone through from its end.</summary>
    public static void StretchMissing(List<TraceVertex> topDown)
    {
        for (var i = topDown.Count - 1; i >= 0; i--)
        {
            var vertex = topDown[i];
            if (!vertex.IsMissing) continue;
            (vertex.Start, vertex.End) = (vertex.Children.Min(child => child.Start), vertex.Children.Max(child => child.End));
        }
    }

    /// <summary>The nodes in the order of display: earlier siblings first, each followed by its descendants; browsers before servers among the roots.</summary>
    public static ImmutableArray<TraceNode> Display(List<TraceVertex> topDown)
    {
        var roots = topDown.Where(vertex => vertex.Parent is null)
            .OrderBy(vertex => vertex.Document is null && vertex.Span?.Resource.IsBrowser != true).ThenBy(vertex => vertex.Start).ThenByDescending(vertex => vertex.End);
        var descendants = DescendantsOf(topDown);
        var nodes = ImmutableArray.CreateBuilder<TraceNode>(topDown.Count);
        var waiting = new Stack<TraceVertex>(roots.Reverse());
        while (waiting.TryPop(out var vertex))
        {
            vertex.Index = nodes.Count;
            nodes.Add(NodeOf(vertex, nodes, descendants[vertex]));
            // Stable, so equal starts stay in the order of their vertices, which is that of ids.
            foreach (var child in vertex.Children.OrderBy(child => child.Start).ThenByDescending(child => child.End).Reverse()) waiting.Push(child);
        }
        return nodes.MoveToImmutable();
    }

    private static Dictionary<TraceVertex, int> DescendantsOf(List<TraceVertex> topDown)
    {
        var counts = topDown.ToDictionary(vertex => vertex, _ => 0);
        for (var i = topDown.Count - 1; i >= 0; i--)
            if (topDown[i].Parent is { } parent) counts[parent] += counts[topDown[i]] + 1;
        return counts;
    }

    private static TraceNode NodeOf(TraceVertex vertex, ImmutableArray<TraceNode>.Builder before, int descendants) => new()
    {
        Kind = vertex.Kind,
        Parent = vertex.Parent?.Index ?? -1,
        Depth = vertex.Parent is { } parent ? before[parent.Index].Depth + 1 : 0,
        Descendants = descendants,
        Id = vertex.Id,
        Span = vertex.Span,
        Document = vertex.Document,
        Start = vertex.Start,
        End = vertex.End,
        Shift = vertex.Shift,
        Marks = vertex.Marks,
    };
}
