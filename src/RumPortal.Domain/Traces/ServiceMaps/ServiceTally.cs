namespace RumPortal.Domain.Traces.ServiceMaps;

/// <summary>Counts nodes and edges trace by trace.</summary>
internal sealed class ServiceTally
{
    // A span without a service name belongs to someone all the same.
    private const string Nameless = "(no service name)";

    private readonly Dictionary<string, NodeTally> _nodes = new(StringComparer.Ordinal);
    private readonly Dictionary<(string From, string To), EdgeTally> _edges = [];
    private int _traces;

    public void Add(Trace trace)
    {
        _traces++;
        var spans = new Dictionary<SpanId, Span>(trace.Spans.Length);
        foreach (var span in trace.Spans) spans.TryAdd(span.Id, span);
        var answered = new HashSet<SpanId>();
        foreach (var span in trace.Spans)
        {
            var service = NameOf(span);
            Node(service, span.Resource.IsBrowser ? ServiceKind.Browser : ServiceKind.Service).Count(_traces, span);
            if (span.ParentId is not { } parentId || !spans.TryGetValue(parentId, out var parent) || NameOf(parent) == service) continue;
            answered.Add(parentId);
            Edge(NameOf(parent), service).Count(span);
        }
        foreach (var span in trace.Spans)
            if (!answered.Contains(span.Id) && CalledPeer.Of(span) is { } peer) CountSilent(span, peer);
    }

    public ServiceMap ToMap() => new(
        [
            .. _nodes.Select(node => new ServiceNode(node.Key, node.Value.Kind, node.Value.Traces, node.Value.Spans, node.Value.Errors))
                .OrderBy(node => node.Kind).ThenByDescending(node => node.Spans).ThenBy(node => node.Name, StringComparer.Ordinal),
        ],
        [
            .. _edges.Select(edge => new ServiceEdge(edge.Key.From, edge.Key.To, edge.Value.Durations.Count, edge.Value.Errors, edge.Value.Median()))
                .OrderByDescending(edge => edge.Calls).ThenBy(edge => edge.From, StringComparer.Ordinal).ThenBy(edge => edge.To, StringComparer.Ordinal),
        ],
        _traces);

    private void CountSilent(Span span, CalledPeer peer)
    {
        var caller = NameOf(span);
        if (peer.Name == caller) return;
        Node(peer.Name, peer.Kind).Count(_traces, span);
        Edge(caller, peer.Name).Count(span);
    }

    private static string NameOf(Span span) => span.Resource.Service.Length == 0 ? Nameless : span.Resource.Service;

    private NodeTally Node(string name, ServiceKind kind)
    {
        if (!_nodes.TryGetValue(name, out var node)) _nodes.Add(name, node = new NodeTally { Kind = kind });
        // Another trace may hold spans of what was silent in the first.
        if (kind < node.Kind) node.Kind = kind;
        return node;
    }

    private EdgeTally Edge(string from, string to)
    {
        if (!_edges.TryGetValue((from, to), out var edge)) _edges.Add((from, to), edge = new EdgeTally());
        return edge;
    }

    private sealed class NodeTally
    {
        private int _lastTrace;

        public ServiceKind Kind { get; set; }

        public int Traces { get; private set; }

        public int Spans { get; private set; }

        public int Errors { get; private set; }

        public void Count(int trace, Span span)
        {
            if (_lastTrace != trace) Traces++;
            _lastTrace = trace;
            Spans++;
            if (span.Status == SpanStatus.Error) Errors++;
        }
    }

    private sealed class EdgeTally
    {
        public List<long> Durations { get; } = [];

        public int Errors { get; private set; }

        public void Count(Span span)
        {
            Durations.Add(Math.Max(0, span.End - span.Start));
            if (span.Status == SpanStatus.Error) Errors++;
        }

        public TimeSpan Median()
        {
            Durations.Sort();
            return TimeSpan.FromTicks(Durations[Durations.Count / 2] / TimeSpan.NanosecondsPerTick);
        }
    }
}
