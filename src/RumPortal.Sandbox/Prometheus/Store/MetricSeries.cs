using RumPortal.Sandbox.Labels;

namespace RumPortal.Sandbox.Prometheus.Store;

/// <summary>The samples of one series in chunks by time. Safe for concurrent use.</summary>
internal sealed class MetricSeries(LabelSet labels)
{
    private readonly Lock _lock = new();
    private readonly List<SampleChunk> _chunks = [];
    private bool _closed;

    public LabelSet Labels { get; } = labels;

    /// <summary>The time of the newest sample, or null when there is none.</summary>
    public long? Newest
    {
        get
        {
            lock (_lock) return _chunks.Count == 0 ? null : _chunks[^1].Last;
        }
    }

    /// <summary>The end and size of the oldest chunk, or null when there is none.</summary>
    public (long Last, int Count)? OldestChunk
    {
        get
        {
            lock (_lock) return _chunks.Count == 0 ? null : (_chunks[0].Last, _chunks[0].Count);
        }
    }

    public AppendResult Append(long time, double value)
    {
        lock (_lock)
        {
            if (_closed) return AppendResult.Closed;
            var index = IndexOf(time);
            if (index < 0)
            {
                // Older than everything: history that is filled backwards goes into chunks of its own.
                if (_chunks.Count == 0 || _chunks[0].IsFull) _chunks.Insert(0, new());
                index = 0;
            }
            else if (_chunks[index].TryReplace(time, value)) return AppendResult.Replaced;
            else if (_chunks[index].IsFull) index = MakeRoom(index, time);

            _chunks[index].Insert(time, value);
            return AppendResult.Added;
        }
    }

    /// <summary>Whether there is a sample from start to end, both included.</summary>
    public bool HasSamples(long start, long end)
    {
        lock (_lock)
        {
            foreach (var chunk in _chunks)
            {
                if (chunk.Last < start) continue;
                var index = chunk.Times.BinarySearch(start);
                var first = index < 0 ? ~index : index;
                return chunk.Times[first] <= end;
            }

            return false;
        }
    }

    /// <summary>The samples from start to end, both included.</summary>
    public SeriesSamples Read(long start, long end)
    {
        lock (_lock)
        {
            var (times, values) = (new List<long>(), new List<double>());
            for (var i = Math.Max(IndexOf(start), 0); i < _chunks.Count && _chunks[i].First <= end; i++)
            {
                var chunk = _chunks[i];
                var from = LowerBound(chunk.Times, start);
                var to = end == long.MaxValue ? chunk.Count : LowerBound(chunk.Times, end + 1);
                if (from >= to) continue;
                times.AddRange(chunk.Times[from..to]);
                values.AddRange(chunk.Values[from..to]);
            }

            return new(Labels, [.. times], [.. values]);
        }
    }

    /// <summary>Drops the oldest chunk. A series without chunks takes no more samples.</summary>
    public int DropOldestChunk()
    {
        lock (_lock)
        {
            if (_chunks.Count == 0) return 0;
            var count = _chunks[0].Count;
            _chunks.RemoveAt(0);
            _closed = _chunks.Count == 0;
            return count;
        }
    }

    /// <summary>Drops everything; the series takes no more samples.</summary>
    public int Close()
    {
        lock (_lock)
        {
            var count = _chunks.Sum(chunk => chunk.Count);
            _chunks.Clear();
            _closed = true;
            return count;
        }
    }

    /// <summary>The last chunk that begins at or before a time, -1 when all begin later.</summary>
    private int IndexOf(long time)
    {
        var (low, high) = (0, _chunks.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (_chunks[middle].First <= time) low = middle + 1;
            else high = middle;
        }

        return low - 1;
    }

    /// <summary>The chunk that takes a sample which belongs into a full one.</summary>
    private int MakeRoom(int index, long time)
    {
        if (_chunks[index].Last < time)
        {
            _chunks.Insert(index + 1, new());
            return index + 1;
        }

        var second = _chunks[index].SplitHalf();
        _chunks.Insert(index + 1, second);
        return second.First <= time ? index + 1 : index;
    }

    private static int LowerBound(ReadOnlySpan<long> times, long time)
    {
        var index = times.BinarySearch(time);
        return index < 0 ? ~index : index;
    }
}
