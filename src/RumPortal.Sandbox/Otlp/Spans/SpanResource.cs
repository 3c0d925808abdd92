namespace RumPortal.Sandbox.Otlp.Spans;

/// <summary>What sent the spans. One object for all spans that came under it.</summary>
public sealed record SpanResource(AttributeSet Attributes, string SchemaUrl)
{
    public string ServiceName { get; } = Attributes.Text("service.name");
}
