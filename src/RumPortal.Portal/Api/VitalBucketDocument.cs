namespace RumPortal.Portal.Api;

/// <summary>One bucket.</summary>
/// <param name="Le">Its upper edge, which belongs to it.</param>
/// <param name="Count">Samples in this bucket alone.</param>
public sealed record VitalBucketDocument(string Le, double Count);
