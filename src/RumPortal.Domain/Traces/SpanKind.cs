namespace RumPortal.Domain.Traces;

/// <summary>The side of a call that a span describes; the numbers are OTLP's.</summary>
public enum SpanKind
{
    Unspecified,
    Internal,
    Server,
    Client,
    Producer,
    Consumer,
}
