namespace RumPortal.Sandbox.Tempo.TraceQl.Syntax;

/// <summary>Where an attribute is looked for.</summary>
public enum AttributeScope
{
    /// <summary>Anywhere: the span's own first, then its resource's, its events', its links' and its scope's.</summary>
    Any,
    Resource,
    Span,
    Event,
    Link,
    Instrumentation,
}
