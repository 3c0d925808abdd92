namespace RumPortal.Domain.Traces.TraceHeaders;

/// <summary>What every format of the header carries.</summary>
/// <param name="TraceId">The trace; 64-bit ids stand in the lower half.</param>
/// <param name="SpanId">The caller's span.</param>
/// <param name="Sampled">The caller's decision; null where the header leaves it to the receiver.</param>
/// <param name="ParentSpanId">The parent of the caller's span, which Jaeger and B3 can carry; null for none.</param>
/// <param name="IsDebug">Whether the caller asks every sampler to keep the trace (Jaeger, B3).</param>
public sealed record TraceContext(TraceId TraceId, SpanId SpanId, bool? Sampled, SpanId? ParentSpanId = null, bool IsDebug = false);
