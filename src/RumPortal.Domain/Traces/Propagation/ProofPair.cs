namespace RumPortal.Domain.Traces.Propagation;

/// <summary>A trace that shows a verdict.</summary>
/// <param name="Browser">The trace of the browser's request.</param>
/// <param name="Backend">The trace that should have been the same; null when there is no other.</param>
public readonly record struct ProofPair(TraceId Browser, TraceId? Backend);
