namespace RumPortal.Domain.Traces.Propagation;

/// <summary>A span and its trace: span ids are unique within a trace only.</summary>
public readonly record struct RequestKey(TraceId TraceId, SpanId SpanId);
