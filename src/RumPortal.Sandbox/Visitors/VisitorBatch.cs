namespace RumPortal.Sandbox.Visitors;

/// <summary>One body that a visitor's browser posts to <c>/collect</c>, and when it arrives there.</summary>
public sealed record VisitorBatch(DateTimeOffset Arrival, ReadOnlyMemory<byte> Body);
