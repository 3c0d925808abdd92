namespace RumPortal.Clients.Tempo.TraceQl;

/// <summary>What the values of a field in a set of spans become.</summary>
public enum SpanAggregate
{
    Avg,
    Max,
    Min,
    Sum,
}
