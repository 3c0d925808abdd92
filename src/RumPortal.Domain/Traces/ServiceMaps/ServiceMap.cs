using System.Collections.Immutable;

namespace RumPortal.Domain.Traces.ServiceMaps;

/// <summary>
/// Who calls whom in some traces, the browser first. A call is a span whose parent belongs to another service, or a client span that no
/// other service answers; spans whose parent did not arrive make no edge, because who called is not known.
/// </summary>
/// <param name="Nodes">By kind, then by spans, most first.</param>
/// <param name="Edges">Most calls first.</param>
/// <param name="Traces">How many traces it was made of.</param>
public sealed record ServiceMap(ImmutableArray<ServiceNode> Nodes, ImmutableArray<ServiceEdge> Edges, int Traces)
{
    public static ServiceMap Empty { get; } = new([], [], 0);

    public static ServiceMap Of(IEnumerable<Trace> traces)
    {
        var tally = new ServiceTally();
        foreach (var trace in traces) tally.Add(trace);
        return tally.ToMap();
    }
}
