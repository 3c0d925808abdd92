namespace RumPortal.Sandbox.Labels;

/// <summary>How the two sides of an operation find each other: on these labels only, or on all but these.</summary>
public sealed record VectorMatching(MatchCardinality Cardinality, bool On, IReadOnlyList<string> Labels, IReadOnlyList<string> Include)
{
    public static VectorMatching Default { get; } = new(MatchCardinality.OneToOne, false, [], []);
}
