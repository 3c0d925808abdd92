using System.Collections.Immutable;

namespace RumPortal.Domain.Traces.Waterfall;

/// <summary>Finds each span's parent by id. Ids may repeat, and parents may be missing.</summary>
internal static class ParentLinks
{
    /// <summary>
    /// All spans, earliest first whatever order they came in, then one vertex for each parent that is named but not there. The parents may
    /// still run in rings.
    /// </summary>
    public static List<TraceVertex> Connect(ImmutableArray<Span> spans)
    {
        var vertices = spans.Select(TraceVertex.Of)
            .OrderBy(vertex => vertex.Start).ThenByDescending(vertex => vertex.End).ThenBy(vertex => vertex.Id?.Value).ThenBy(vertex => vertex.Span?.Kind == SpanKind.Server)
            .ToList();
        var owners = OwnersOf(vertices);
        var missing = new Dictionary<SpanId, TraceVertex>();
        foreach (var vertex in vertices)
            if (vertex.Span is { } span) Connect(vertex, span, owners, missing);
        vertices.AddRange(missing.Values);
        return vertices;
    }

    private static Dictionary<SpanId, Owners> OwnersOf(List<TraceVertex> vertices)
    {
        var owners = new Dictionary<SpanId, Owners>(vertices.Count);
        foreach (var vertex in vertices)
        {
            if (vertex.Span is not { } span) continue;
            if (!owners.TryGetValue(span.Id, out var known)) owners[span.Id] = known = new Owners(vertex);
            if (span.Kind == SpanKind.Client) known.Client ??= vertex;
            if (span.Kind == SpanKind.Server) known.Server ??= vertex;
        }
        return owners;
    }

    private static void Connect(TraceVertex vertex, Span span, Dictionary<SpanId, Owners> owners, Dictionary<SpanId, TraceVertex> missing)
    {
        var own = owners[span.Id];
        if (own.Halves is var (client, server) && ReferenceEquals(vertex, server))
        {
            (vertex.Parent, vertex.Marks) = (client, vertex.Marks | NodeMarks.SharedId);
            return;
        }
        if (!own.Owns(vertex)) vertex.Marks |= NodeMarks.RepeatedId;
        if (span.ParentId is not { } parent) return;
        if (owners.TryGetValue(parent, out var named)) vertex.Parent = named.ParentOf(span);
        else if (missing.TryGetValue(parent, out var ghost)) vertex.Parent = ghost;
        else missing[parent] = vertex.Parent = TraceVertex.Missing(parent);
    }

    /// <summary>Who has an id: usually one span, with Zipkin's older tracers both halves of a call, with broken senders any number.</summary>
    private sealed class Owners(TraceVertex first)
    {
        public TraceVertex? Client { get; set; }

        public TraceVertex? Server { get; set; }

        public (TraceVertex Client, TraceVertex Server)? Halves => Client is { } client && Server is { } server ? (client, server) : null;

        public bool Owns(TraceVertex vertex) => Halves is var (client, server)
            ? ReferenceEquals(vertex, client) || ReferenceEquals(vertex, server)
            : ReferenceEquals(vertex, first);

        // What a call caused went on in the server, unless it is plainly the client's own work.
        public TraceVertex ParentOf(Span child)
        {
            if (Halves is not var (client, server)) return first;
            var isClients = child.Resource.Service == client.Span?.Resource.Service && child.Resource.Service != server.Span?.Resource.Service;
            return isClients ? client : server;
        }
    }
}
