using RumPortal.Sandbox.Labels;

namespace RumPortal.Sandbox.Loki.Ingest;

/// <summary>A decoded push; the lines are UTF-8.</summary>
public sealed record PushRequest(IReadOnlyList<PushStream> Streams);

public sealed record PushStream(LabelSet Labels, IReadOnlyList<PushEntry> Entries);

/// <summary>A line with its time in nanoseconds since 1970.</summary>
public readonly record struct PushEntry(long Timestamp, ReadOnlyMemory<byte> Line, LabelSet Metadata);
