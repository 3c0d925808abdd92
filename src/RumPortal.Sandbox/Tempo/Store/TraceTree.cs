using RumPortal.Sandbox.Otlp.Spans;

namespace RumPortal.Sandbox.Tempo.Store;

/// <summary>A trace as queries see it: its spans as they were at one moment, with what Tempo says about the whole. What few queries ask for is computed when asked.</summary>
public sealed class TraceTree
{
    private readonly Lazy<NestedSet> _numbers;
    private readonly Lazy<IReadOnlyList<ServiceStatistics>> _services;

    public TraceTree(UInt128 id, IReadOnlyList<Span> spans)
    {
        Id = id;
        Nodes = [.. spans.Select((span, index) => new SpanNode(span, this, index))];
        Root = spans.FirstOrDefault(span => span.ParentSpanId == 0);
        Start = spans.Min(span => span.Start);
        End = spans.Max(span => span.End);
        _numbers = new(() => NestedSet.Of(spans));
        _services = new(() => ServiceStatistics.Of(spans));
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

    public IReadOnlyList<ServiceStatistics> Services => _services.Value;

    internal NestedSet Numbers => _numbers.Value;
}
