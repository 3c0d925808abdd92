namespace RumPortal.Clients.Loki;

/// <summary>How much data a selector covers, estimated from the index without reading lines; the newest data may be missing.</summary>
public sealed record IndexStats(long Streams, long Chunks, long Bytes, long Entries);
