namespace RumPortal.Sandbox.Otlp.Spans;

/// <summary>The kinds of OTLP with their numbers on the wire; a sender's unknown number is kept as it is.</summary>
public enum SpanKind
{
    Unspecified = 0,
    Internal = 1,
    Server = 2,
    Client = 3,
    Producer = 4,
    Consumer = 5,
}
