namespace RumPortal.Domain.Vitals.Attribution;

/// <summary>A phase of a time, as the SDK names it: <c>resource_load_delay</c>.</summary>
/// <param name="Milliseconds">At the asked percentile of the reports that tell it.</param>
public readonly record struct AttributedPart(string Name, double Milliseconds);
