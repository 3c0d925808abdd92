namespace RumPortal.Sandbox.Labels;

public enum MatchCardinality
{
    OneToOne,

    /// <summary><c>group_left</c>.</summary>
    ManyToOne,

    /// <summary><c>group_right</c>.</summary>
    OneToMany,
}
