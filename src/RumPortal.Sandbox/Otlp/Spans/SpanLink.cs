namespace RumPortal.Sandbox.Otlp.Spans;

/// <summary>A span that this one belongs to without being its child.</summary>
public sealed record SpanLink(UInt128 TraceId, ulong SpanId, string TraceState, AttributeSet Attributes, uint Flags)
{
    public long Size => 88 + (2L * TraceState.Length) + Attributes.Size;
}
