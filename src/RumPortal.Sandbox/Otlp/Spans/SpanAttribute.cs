namespace RumPortal.Sandbox.Otlp.Spans;

/// <summary>A key and its value. Keys are shared among the spans of a request, so their text is not counted.</summary>
public readonly record struct SpanAttribute(string Key, AttributeValue Value)
{
    public long Size => 16 + Value.Size;
}
