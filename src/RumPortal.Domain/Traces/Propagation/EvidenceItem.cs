namespace RumPortal.Domain.Traces.Propagation;

/// <summary>What a piece of evidence says about the chain.</summary>
public enum EvidenceSign
{
    /// <summary>It cannot be told.</summary>
    Unknown,

    /// <summary>As it should be.</summary>
    Good,

    /// <summary>As it should not be.</summary>
    Bad,
}

/// <summary>One line of the evidence for a verdict.</summary>
public sealed record EvidenceItem(string Name, string Value, EvidenceSign Sign);
