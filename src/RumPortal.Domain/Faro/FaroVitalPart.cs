namespace RumPortal.Domain.Faro;

/// <summary>One of the consecutive parts that a vital's time consists of.</summary>
/// <param name="Name">As the SDK calls it: <c>resource_load_delay</c>.</param>
/// <param name="Milliseconds">Not negative.</param>
public readonly record struct FaroVitalPart(string Name, double Milliseconds);
