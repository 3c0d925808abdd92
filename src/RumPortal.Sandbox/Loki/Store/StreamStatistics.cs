namespace RumPortal.Sandbox.Loki.Store;

/// <summary>What a stream holds in a range; bytes are those of the lines.</summary>
public readonly record struct StreamStatistics(int Chunks, long Entries, long Bytes);
