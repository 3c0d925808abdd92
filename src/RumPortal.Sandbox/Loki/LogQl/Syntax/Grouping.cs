namespace RumPortal.Sandbox.Loki.LogQl.Syntax;

/// <summary><c>by (a, b)</c> or <c>without (a, b)</c>; the list may be empty.</summary>
public sealed record Grouping(bool Without, IReadOnlyList<string> Labels)
{
    /// <summary><c>by ()</c>: everything becomes one series without labels.</summary>
    public bool IsSingleton => !Without && Labels.Count == 0;
}

/// <summary>How the two sides of an operation find each other: on these labels only, or on all but these.</summary>
public sealed record VectorMatching(MatchCardinality Cardinality, bool On, IReadOnlyList<string> Labels, IReadOnlyList<string> Include)
{
    public static VectorMatching Default { get; } = new(MatchCardinality.OneToOne, false, [], []);
}

public enum MatchCardinality
{
    OneToOne,

    /// <summary><c>group_left</c>.</summary>
    ManyToOne,

    /// <summary><c>group_right</c>.</summary>
    OneToMany,
}
