namespace RumPortal.Storage.Vitals;

/// <summary>What a person decides about a dimension set; the rest is kept by the store.</summary>
public sealed record DimensionSetDraft(string Name, IReadOnlyList<string> Dimensions);
