namespace RumPortal.Domain.Traces.ServiceMaps;

/// <summary>A node of a service map.</summary>
/// <param name="Name">The service's name, the database's system and name, or the host.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Traces">Traces in which it takes part.</param>
/// <param name="Spans">Its spans in them; for what sends none, the calls to it.</param>
/// <param name="Errors">Those of <paramref name="Spans"/> that failed.</param>
public sealed record ServiceNode(string Name, ServiceKind Kind, int Traces, int Spans, int Errors);
