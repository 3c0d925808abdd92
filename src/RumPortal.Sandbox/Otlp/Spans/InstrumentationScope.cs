namespace RumPortal.Sandbox.Otlp.Spans;

/// <summary>The library that made the spans. One object for all spans that came under it.</summary>
public sealed record InstrumentationScope(string Name, string Version, AttributeSet Attributes, string SchemaUrl);
