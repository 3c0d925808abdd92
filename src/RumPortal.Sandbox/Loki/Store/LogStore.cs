using System.Collections.Concurrent;
using Microsoft.Extensions.Logging.Abstractions;
using RumPortal.Sandbox.Labels;

namespace RumPortal.Sandbox.Loki.Store;

/// <summary>All streams in memory. When the bound is reached the oldest lines of all streams go (by the half hour), which is counted and logged.</summary>
public sealed class LogStore(long maxBytes, ILogger? logger = null)
{
    private const int MaxPooledMetadata = 10_000;
    private const int MaxPooledLength = 256;
    private const int LabelOverhead = 64;

    private readonly ILogger _logger = logger ?? NullLogger.Instance;
    private readonly ConcurrentDictionary<LabelSet, LogStream> _streams = new();
    private readonly ConcurrentDictionary<LabelSet, LabelSet> _metadata = new();
    private readonly Lock _eviction = new();
    private long _size;
    private long _entries;
    private long _evicted;
    private long _pooled;

    /// <summary>Bytes of lines and metadata with the overhead of the index.</summary>
    public long Size => Interlocked.Read(ref _size);

    public long Entries => Interlocked.Read(ref _entries);

    /// <summary>Lines that were dropped to stay within the bound, since the start.</summary>
    public long EvictedEntries => Interlocked.Read(ref _evicted);

    public int StreamCount => _streams.Count;

    public bool Contains(LabelSet labels) => _streams.ContainsKey(labels);

    /// <summary>Stores a line. False when the stream already has the same line at the same time.</summary>
    public bool Add(LabelSet labels, long timestamp, ReadOnlySpan<byte> line, LabelSet metadata)
    {
        var (shared, metadataSize) = Pooled(metadata);
        AddResult result;
        do
        {
            if (!_streams.TryGetValue(labels, out var stream)) stream = _streams.GetOrAdd(labels, static l => new(l));
            result = stream.Add(timestamp, line, shared, metadataSize);
        }
        while (result == AddResult.Closed);
        if (result == AddResult.Duplicate) return false;
        Interlocked.Increment(ref _entries);
        if (Interlocked.Add(ref _size, line.Length + metadataSize + LogEntry.Overhead) > maxBytes) Evict();
        return true;
    }

    /// <summary>The streams that all matchers accept, in the order of their label text.</summary>
    public IReadOnlyList<LogStream> Select(IReadOnlyList<LabelMatcher> matchers) =>
        [.. _streams.Values.Where(stream => matchers.All(matcher => matcher.Matches(stream.Labels.ValueOrEmpty(matcher.Name))))
            .OrderBy(stream => stream.Labels.ToString(), StringComparer.Ordinal)];

    /// <summary>Lines share the metadata objects of equal sets, which cost nothing then; large sets, and those beyond the bound, are kept per line.</summary>
    private (LabelSet Metadata, int Size) Pooled(LabelSet metadata)
    {
        if (_metadata.TryGetValue(metadata, out var pooled)) return (pooled, 0);
        if (metadata.TextLength <= MaxPooledLength && Interlocked.Increment(ref _pooled) <= MaxPooledMetadata) return (_metadata.GetOrAdd(metadata, metadata), 0);
        return (metadata, (metadata.TextLength * sizeof(char)) + (metadata.Count * LabelOverhead));
    }

    private void Evict()
    {
        lock (_eviction)
        {
            var dropped = 0L;
            // A little below the bound, so that not every line evicts.
            var target = maxBytes - (maxBytes / 20);
            while (Size > target && _streams.Values.Where(s => s.OldestWindow is not null).MinBy(s => s.OldestWindow) is { } oldest)
            {
                var (entries, size, closed) = oldest.DropOldest(Size - target);
                if (closed) _streams.TryRemove(new(oldest.Labels, oldest));
                dropped += entries;
                Interlocked.Add(ref _size, -size);
                Interlocked.Add(ref _entries, -entries);
            }

            if (dropped == 0) return;
            Interlocked.Add(ref _evicted, dropped);
            _logger.LogWarning("The log store is full at {Bytes} bytes: dropped its {Lines} oldest lines", maxBytes, dropped);
        }
    }
}
