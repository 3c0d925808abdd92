using RumPortal.Sandbox.Visitors.Backends;

namespace RumPortal.Sandbox.Visitors;

/// <summary>One body that a visitor's browser posts to <c>/collect</c>, and when it arrives there.</summary>
/// <param name="Arrival">When the collector gets it.</param>
/// <param name="Body">The JSON.</param>
/// <param name="BackendSpans">What the backends export of the requests and documents in it, by the same time.</param>
internal sealed record VisitorBatch(DateTimeOffset Arrival, ReadOnlyMemory<byte> Body, IReadOnlyList<BackendSpan> BackendSpans);
