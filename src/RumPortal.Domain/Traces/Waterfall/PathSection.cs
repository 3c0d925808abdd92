namespace RumPortal.Domain.Traces.Waterfall;

/// <summary>A stretch of the critical path: from when to when a node was what everything waited for.</summary>
/// <param name="Node">Index of the node.</param>
/// <param name="From">Nanoseconds since 1970 by the clock of the tree.</param>
/// <param name="To">After <paramref name="From"/>.</param>
public readonly record struct PathSection(int Node, long From, long To)
{
    public long Duration => To - From;
}
