namespace RumPortal.Domain.Sessions;

/// <summary>A value and how many of the loaded sessions have it.</summary>
public readonly record struct FacetValue(string Value, int Sessions);
