namespace RumPortal.Sandbox.Otlp.Spans;

/// <summary>Something that happened during a span.</summary>
/// <param name="Time">Unix nanoseconds.</param>
/// <param name="Name">Such as <c>exception</c>.</param>
/// <param name="Attributes">What is known about it.</param>
public sealed record SpanEvent(ulong Time, string Name, AttributeSet Attributes)
{
    public long Size => 64 + (2L * Name.Length) + Attributes.Size;
}
