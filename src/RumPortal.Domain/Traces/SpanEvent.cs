namespace RumPortal.Domain.Traces;

/// <summary>Something at one moment of a span, for example <c>exception</c>.</summary>
/// <param name="Time">Nanoseconds since 1970, by the clock of the sender.</param>
/// <param name="Name">As the sender wrote it.</param>
/// <param name="Attributes">Empty for none.</param>
public sealed record SpanEvent(long Time, string Name, SpanAttributes Attributes);
