namespace RumPortal.Domain.Traces;

/// <summary>How many spans a service has in a trace, and how many of them failed.</summary>
public readonly record struct ServiceSpans(string Service, int Spans, int Errors);
