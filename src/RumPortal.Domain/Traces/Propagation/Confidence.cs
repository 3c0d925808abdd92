namespace RumPortal.Domain.Traces.Propagation;

/// <summary>How sure a verdict is.</summary>
public enum ConfidenceLevel
{
    Low,
    Medium,
    High,
}

/// <summary>How sure a verdict is, and why not more or less.</summary>
/// <param name="Level">The level.</param>
/// <param name="Reason">A sentence with the numbers.</param>
public sealed record Confidence(ConfidenceLevel Level, string Reason);
