using RumPortal.Sandbox.Otlp.Spans;

namespace RumPortal.Sandbox.Tempo.Store;

/// <summary>A trace as queries see it: its spans as they were at one moment, numbered, with what Tempo says about the whole.</summary>
public sealed class TraceTree
{
    private TraceTree(UInt128 id, IReadOnlyList<Span> spans)
    {
        Id = id;
        Nodes = [.. spans.Select(span => new SpanNode(span, this))];
        Root = spans.FirstOrDefault(span => span.ParentSpanId == 0);
        Start = spans.Count == 0 ? 0 : spans.Min(span => span.Start);
        End = spans.Count == 0 ? 0 : spans.Max(span => span.End);
        Services = ServiceStatistics.Of(spans);
    }

    public UInt128 Id { get; }

    /// <summary>In the order of arrival.</summary>
    public IReadOnlyList<SpanNode> Nodes { get; }

    /// <summary>The first span without a parent, null when none arrived.</summary>
    public Span? Root { get; }

    /// <summary>Unix nanoseconds of the earliest start.</summary>
    public ulong Start { get; }

    /// <summary>Unix nanoseconds of the latest end.</summary>
    public ulong End { get; }

    public ulong Duration => End > Start ? End - Start : 0;

    public IReadOnlyList<ServiceStatistics> Services { get; }

    public static TraceTree Of(UInt128 id, IReadOnlyList<Span> spans)
    {
        var tree = new TraceTree(id, spans);
        tree.Number();
        return tree;
    }

    /// <summary>Walks from each root, without recursion: chains of spans may be long. Loops hang on no root and are never entered.</summary>
    private void Number()
    {
        var children = Nodes.Where(node => node.Span.ParentSpanId != 0).ToLookup(node => node.Span.ParentSpanId);
        foreach (var node in Nodes) node.ChildCount = children[node.Span.SpanId].Count();
        var (next, open, entered) = (1, new Stack<(SpanNode Node, IEnumerator<SpanNode> Children)>(), new HashSet<ulong>());
        foreach (var root in Nodes.Where(node => node.Span.ParentSpanId == 0))
        {
            Enter(root, -1);
            while (open.TryPeek(out var top))
            {
                if (top.Children.MoveNext()) Enter(top.Children.Current, top.Node.Left);
                else open.Pop().Node.Right = next++;
            }
        }

        void Enter(SpanNode node, int parentLeft)
        {
            (node.Left, node.ParentLeft) = (next++, parentLeft);
            // Of spans that share an id the first has the children.
            var own = entered.Add(node.Span.SpanId) ? children[node.Span.SpanId] : [];
            open.Push((node, own.GetEnumerator()));
        }
    }
}
