using RumPortal.Sandbox.Labels;

namespace RumPortal.Sandbox.Loki.Store;

/// <summary>A stored line: its bytes lie in a page of the chunk, its structured metadata is shared with the lines that have the same.</summary>
public readonly struct LogEntry(long timestamp, byte[] page, int offset, int length, LabelSet metadata, int metadataSize)
{
    /// <summary>What an entry costs besides its bytes.</summary>
    internal const int Overhead = 48;

    /// <summary>Nanoseconds since 1970.</summary>
    public long Timestamp { get; } = timestamp;

    public LabelSet Metadata { get; } = metadata;

    public ReadOnlySpan<byte> Line => page.AsSpan(offset, length);

    /// <summary>Bytes of the line.</summary>
    public int Size => length;

    /// <summary>Bytes of memory that go with the entry; metadata that lines share costs nothing.</summary>
    internal int Footprint => length + metadataSize + Overhead;
}
