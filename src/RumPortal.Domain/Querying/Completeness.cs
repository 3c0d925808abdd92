namespace RumPortal.Domain.Querying;

/// <summary>How much of what was asked for an answer holds.</summary>
public enum Completeness
{
    /// <summary>All of it.</summary>
    Complete,

    /// <summary>A limit ended the list; reading on brings the rest.</summary>
    More,

    /// <summary>Lines were left out that reading on cannot bring.</summary>
    Cut,

    /// <summary>The connection failed before the end; what had arrived is here.</summary>
    Interrupted,
}
