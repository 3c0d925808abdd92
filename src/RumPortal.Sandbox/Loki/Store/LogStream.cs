using RumPortal.Sandbox.Labels;

namespace RumPortal.Sandbox.Loki.Store;

/// <summary>All lines with one label set, in chunks of half an hour. Safe for any number of readers beside a writer.</summary>
public sealed class LogStream(LabelSet labels)
{
    private const long Window = 30L * 60 * 1_000_000_000;

    private readonly Lock _lock = new();
    private readonly SortedList<long, LogChunk> _chunks = [];
    private bool _closed;

    public LabelSet Labels { get; } = labels;

    /// <summary>The window of the oldest chunk, null when nothing is stored.</summary>
    internal long? OldestWindow
    {
        get
        {
            lock (_lock) return _chunks.Count == 0 ? null : _chunks.Keys[0];
        }
    }

    /// <summary>Adds a line at its place in time.</summary>
    internal AddResult Add(long timestamp, ReadOnlySpan<byte> line, LabelSet metadata, int metadataSize)
    {
        var window = WindowOf(timestamp);
        lock (_lock)
        {
            if (_closed) return AddResult.Closed;
            if (!_chunks.TryGetValue(window, out var chunk)) _chunks.Add(window, chunk = new());
            return chunk.TryAdd(timestamp, line, metadata, metadataSize) ? AddResult.Added : AddResult.Duplicate;
        }
    }

    /// <summary>The entries of [<paramref name="from"/>, <paramref name="to"/>) in time order, as segments that later writes do not change.</summary>
    public IReadOnlyList<ArraySegment<LogEntry>> Read(long from, long to)
    {
        var segments = new List<ArraySegment<LogEntry>>();
        lock (_lock)
        {
            for (var i = FirstChunk(WindowOf(from)); i < _chunks.Count && _chunks.Keys[i] <= WindowOf(to); i++)
                if (_chunks.Values[i].View(from, to) is { Count: > 0 } segment) segments.Add(segment);
        }

        return segments;
    }

    /// <summary>Counts of the stored lines in [<paramref name="from"/>, <paramref name="to"/>).</summary>
    public StreamStatistics Count(long from, long to)
    {
        var (chunks, entries, bytes) = (0, 0L, 0L);
        foreach (var segment in Read(from, to))
        {
            chunks++;
            entries += segment.Count;
            foreach (var entry in segment.AsSpan()) bytes += entry.Size;
        }

        return new(chunks, entries, bytes);
    }

    /// <summary>Drops so many bytes, but not beyond the oldest chunk; the counts tell what was lost. With its last line the stream closes.</summary>
    internal (int Entries, long Size, bool Closed) DropOldest(long bytes)
    {
        lock (_lock)
        {
            if (_chunks.Count == 0) return (0, 0, _closed);
            var chunk = _chunks.Values[0];
            var (entries, size) = chunk.DropOldest(bytes);
            if (chunk.Count == 0) _chunks.RemoveAt(0);
            _closed = _chunks.Count == 0;
            return (entries, size, _closed);
        }
    }

    private int FirstChunk(long window)
    {
        var (low, high) = (0, _chunks.Count);
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            if (_chunks.Keys[middle] < window) low = middle + 1;
            else high = middle;
        }

        return low;
    }

    private static long WindowOf(long timestamp) => (timestamp / Window) - (timestamp % Window < 0 ? 1 : 0);
}
