using System.Collections.Immutable;

namespace RumPortal.Domain.Traces.Waterfall;

/// <summary>
/// Which spans decided how long a trace took. Jaeger's definition: from the end of a root backward, whenever a child had just finished the
/// child is followed from its end, and at its start the walk goes on in the parent. What outlasts its parent counts up to the parent's end.
/// </summary>
internal static class CriticalPath
{
    /// <returns>The sections of all roots, by time within each root; none overlap within one.</returns>
    public static ImmutableArray<PathSection> Of(ImmutableArray<TraceNode> nodes)
    {
        var path = ImmutableArray.CreateBuilder<PathSection>();
        for (var root = 0; root < nodes.Length; root += nodes[root].Descendants + 1)
        {
            var before = path.Count;
            Walk(nodes, root, path);
            Reverse(path, before);
        }
        return path.DrainToImmutable();
    }

    private static void Walk(ImmutableArray<TraceNode> nodes, int root, ImmutableArray<PathSection>.Builder path)
    {
        var open = new Stack<Visit>();
        open.Push(new Visit(nodes, root, nodes[root].Start, nodes[root].End));
        while (open.TryPeek(out var visit))
        {
            if (visit.LastFinished(nodes) is { } child)
            {
                if (visit.Until > child.Until) path.Add(new PathSection(visit.Node, child.Until, visit.Until));
                visit.Until = child.From;
                open.Push(child);
                continue;
            }
            if (visit.Until > visit.From) path.Add(new PathSection(visit.Node, visit.From, visit.Until));
            open.Pop();
        }
    }

    private static void Reverse(ImmutableArray<PathSection>.Builder path, int from)
    {
        for (var (i, j) = (from, path.Count - 1); i < j; i++, j--) (path[i], path[j]) = (path[j], path[i]);
    }

    /// <summary>A node on the way back in time; its window is cut to its parent's.</summary>
    private sealed class Visit
    {
        private readonly List<int> _children = [];

        public Visit(ImmutableArray<TraceNode> nodes, int node, long from, long until)
        {
            (Node, From, Until) = (node, from, until);
            for (var child = node + 1; child <= node + nodes[node].Descendants; child += nodes[child].Descendants + 1) _children.Add(child);
            // Taken from the back: the last to finish first, of equals the later in display.
            _children.Sort((one, other) => nodes[one].End != nodes[other].End ? nodes[one].End.CompareTo(nodes[other].End) : one.CompareTo(other));
            Latest = until;
        }

        public int Node { get; }

        public long From { get; }

        public long Until { get; set; }

        private long Latest { get; }

        public Visit? LastFinished(ImmutableArray<TraceNode> nodes)
        {
            while (_children.Count > 0)
            {
                var child = _children[^1];
                _children.RemoveAt(_children.Count - 1);
                var (from, until) = (Math.Max(nodes[child].Start, From), Math.Min(nodes[child].End, Latest));
                if (until > from && until <= Until) return new Visit(nodes, child, from, until);
            }
            return null;
        }
    }
}
