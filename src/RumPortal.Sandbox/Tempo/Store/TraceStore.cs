using Microsoft.Extensions.Logging.Abstractions;
using RumPortal.Sandbox.Otlp.Spans;

namespace RumPortal.Sandbox.Tempo.Store;

/// <summary>All traces in memory. When the bound is reached the oldest traces go, whole, which is counted and logged.</summary>
public sealed class TraceStore(long maxBytes, ILogger? logger = null)
{
    private readonly ILogger _logger = logger ?? NullLogger.Instance;
    private readonly Lock _gate = new();
    private readonly Dictionary<UInt128, StoredTrace> _traces = [];
    private readonly List<StoredTrace> _arrived = [];
    private long _size;
    private long _spans;
    private long _evicted;

    /// <summary>Bytes of all traces, roughly.</summary>
    public long Size => Interlocked.Read(ref _size);

    public long SpanCount => Interlocked.Read(ref _spans);

    /// <summary>Traces that were dropped to stay within the bound, since the start.</summary>
    public long EvictedTraces => Interlocked.Read(ref _evicted);

    public int TraceCount
    {
        get
        {
            lock (_gate) return _traces.Count;
        }
    }

    /// <summary>Stores spans that have both their ids.</summary>
    public void Add(IEnumerable<Span> spans)
    {
        lock (_gate)
        {
            foreach (var span in spans) Add(span);
            if (_size > maxBytes) Evict();
        }
    }

    public StoredTrace? Find(UInt128 id)
    {
        lock (_gate) return _traces.GetValueOrDefault(id);
    }

    /// <summary>Traces of which any part lies in the range (Unix nanoseconds, both ends inside), the last arrived first.</summary>
    public IEnumerable<StoredTrace> Between(ulong from, ulong to)
    {
        StoredTrace[] traces;
        lock (_gate) traces = [.. _arrived];
        for (var i = traces.Length - 1; i >= 0; i--)
            if (traces[i].Overlaps(from, to)) yield return traces[i];
    }

    private void Add(Span span)
    {
        if (!_traces.TryGetValue(span.TraceId, out var trace))
        {
            trace = new(span.TraceId);
            _traces.Add(span.TraceId, trace);
            _arrived.Add(trace);
            Interlocked.Add(ref _size, trace.Size);
        }

        var size = trace.Add(span);
        if (size == 0) return;
        Interlocked.Add(ref _size, size);
        Interlocked.Increment(ref _spans);
    }

    private void Evict()
    {
        // A little below the bound, so that not every request evicts.
        var target = maxBytes - (maxBytes / 20);
        var dropped = 0;
        foreach (var trace in _arrived.OrderBy(trace => trace.Start).ToList())
        {
            if (_size <= target) break;
            _traces.Remove(trace.Id);
            Interlocked.Add(ref _size, -trace.Size);
            Interlocked.Add(ref _spans, -trace.SpanCount);
            dropped++;
        }

        _arrived.RemoveAll(trace => !_traces.ContainsKey(trace.Id));
        Interlocked.Add(ref _evicted, dropped);
        _logger.LogWarning("The trace store is full at {Bytes} bytes: dropped its {Traces} oldest traces", maxBytes, dropped);
    }
}
