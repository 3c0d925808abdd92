using RumPortal.Sandbox.Otlp.Spans;

namespace RumPortal.Sandbox.Tempo.Store;

/// <summary>The spans of one trace that arrived so far.</summary>
public sealed class StoredTrace(UInt128 id)
{
    private const long Overhead = 400;

    private readonly Lock _gate = new();
    private readonly List<Span> _spans = [];
    private readonly HashSet<(ulong Id, SpanKind Kind)> _known = [];
    private TraceTree? _tree;

    public UInt128 Id { get; } = id;

    /// <summary>Unix nanoseconds of the earliest start.</summary>
    public ulong Start { get; private set; } = ulong.MaxValue;

    /// <summary>Unix nanoseconds of the latest end.</summary>
    public ulong End { get; private set; }

    /// <summary>Bytes in memory, roughly.</summary>
    public long Size { get; private set; } = Overhead;

    public int SpanCount
    {
        get
        {
            lock (_gate) return _spans.Count;
        }
    }

    /// <summary>Adds a span unless one with its id and kind is there: senders repeat what they got no answer to.</summary>
    /// <returns>The bytes that it takes; 0 for a repeated one.</returns>
    public long Add(Span span)
    {
        lock (_gate)
        {
            if (!_known.Add((span.SpanId, span.Kind))) return 0;
            _spans.Add(span);
            _tree = null;
            Start = Math.Min(Start, span.Start);
            End = Math.Max(End, Math.Max(span.Start, span.End));
            var size = span.Size;
            Size += size;
            return size;
        }
    }

    /// <summary>The trace as it is now.</summary>
    public TraceTree Tree()
    {
        lock (_gate) return _tree ??= new TraceTree(Id, [.. _spans]);
    }

    public bool Overlaps(ulong from, ulong to)
    {
        lock (_gate) return Start <= to && End >= from;
    }
}
