namespace RumPortal.Sandbox.Otlp.Spans;

/// <summary>The status codes of OTLP with their numbers on the wire.</summary>
public enum SpanStatus
{
    Unset = 0,
    Ok = 1,
    Error = 2,
}
