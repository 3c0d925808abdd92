namespace RumPortal.Domain.Vitals.Comparison;

/// <summary>Measurements of one version within a span of time. A version may have several, for example one for each step.</summary>
public readonly record struct VersionSighting(string Version, DateTimeOffset First, DateTimeOffset Last, double Count);
