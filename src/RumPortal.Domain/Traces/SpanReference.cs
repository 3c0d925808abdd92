namespace RumPortal.Domain.Traces;

/// <summary>
/// An OTLP link: a span of this or another trace that caused this one without being its parent. Gateways that start traces anew, as
/// "public end points", keep the caller's context this way.
/// </summary>
public sealed record SpanReference(TraceId TraceId, SpanId? SpanId, SpanAttributes Attributes);
