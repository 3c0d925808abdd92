using RumPortal.Sandbox.Labels;

namespace RumPortal.Sandbox.Loki.Store;

/// <summary>
/// The lines of one stream in one window of time, always sorted by time and, within a time, by arrival. Not thread-safe by itself; the
/// stream locks. A view that was handed out stays as it is: adding at the end writes behind it, and inserting works on a copy.
/// </summary>
internal sealed class LogChunk
{
    private const int FirstCapacity = 8;
    private const int FirstPageSize = 4 << 10;
    private const int MaxPageSize = 256 << 10;

    private LogEntry[] _entries = [];
    private int _count;
    private bool _viewed;
    private byte[] _page = [];
    private int _pageUsed;

    public int Count => _count;

    /// <summary>Bytes of lines and metadata, with the overhead of each entry.</summary>
    public long Size { get; private set; }

    /// <summary>
    /// Adds a line; false when the stream already has it at this time: Loki stores equal lines of one time once. The size of the metadata
    /// is zero when other lines share the object.
    /// </summary>
    public bool TryAdd(long timestamp, ReadOnlySpan<byte> line, LabelSet metadata, int metadataSize)
    {
        var position = UpperBound(timestamp);
        for (var i = position - 1; i >= 0 && _entries[i].Timestamp == timestamp; i--)
            if (_entries[i].Line.SequenceEqual(line)) return false;
        MakeRoom(position);
        _entries[position] = new(timestamp, PageFor(line), _pageUsed - line.Length, line.Length, metadata, metadataSize);
        _count++;
        Size += _entries[position].Footprint;
        return true;
    }

    /// <summary>Drops the oldest entries, as many as free so many bytes. Their pages go when the last entry in them does.</summary>
    public (int Entries, long Size) DropOldest(long bytes)
    {
        var (dropped, size) = (0, 0L);
        while (dropped < _count && size < bytes) size += _entries[dropped++].Footprint;
        _entries = [.. _entries.AsSpan(dropped, _count - dropped)];
        _count -= dropped;
        Size -= size;
        _viewed = false;
        return (dropped, size);
    }

    /// <summary>The entries of [<paramref name="from"/>, <paramref name="to"/>).</summary>
    public ArraySegment<LogEntry> View(long from, long to)
    {
        _viewed = true;
        var start = LowerBound(from);
        var end = LowerBound(to);
        return end <= start ? ArraySegment<LogEntry>.Empty : new(_entries, start, end - start);
    }

    private void MakeRoom(int position)
    {
        var inserting = position < _count;
        if (_count < _entries.Length && !(inserting && _viewed))
        {
            if (inserting) Array.Copy(_entries, position, _entries, position + 1, _count - position);
            return;
        }

        var larger = new LogEntry[_count < _entries.Length ? _entries.Length : Math.Max(FirstCapacity, _count * 2)];
        Array.Copy(_entries, larger, position);
        Array.Copy(_entries, position, larger, position + 1, _count - position);
        _entries = larger;
        _viewed = false;
    }

    private byte[] PageFor(ReadOnlySpan<byte> line)
    {
        if (_page.Length - _pageUsed < line.Length)
        {
            _page = new byte[Math.Max(line.Length, Math.Clamp(_page.Length * 2, FirstPageSize, MaxPageSize))];
            _pageUsed = 0;
        }

        line.CopyTo(_page.AsSpan(_pageUsed));
        _pageUsed += line.Length;
        return _page;
    }

    private int UpperBound(long timestamp)
    {
        if (_count == 0 || _entries[_count - 1].Timestamp <= timestamp) return _count;
        return timestamp == long.MaxValue ? _count : LowerBound(timestamp + 1);
    }

    private int LowerBound(long timestamp)
    {
        var (low, high) = (0, _count);
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            if (_entries[middle].Timestamp < timestamp) low = middle + 1;
            else high = middle;
        }

        return low;
    }
}
