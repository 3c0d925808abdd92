namespace RumPortal.Domain.Traces;

/// <summary>How a span ended; the numbers are OTLP's. Most instrumentations leave it unset unless something failed.</summary>
public enum SpanStatus
{
    Unset,
    Ok,
    Error,
}
