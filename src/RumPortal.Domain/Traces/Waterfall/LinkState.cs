namespace RumPortal.Domain.Traces.Waterfall;

/// <summary>Whether a trace tells its whole story.</summary>
public enum LinkState
{
    Complete,

    /// <summary>A span is named as a parent and did not arrive.</summary>
    ParentMissing,

    /// <summary>Its first server was called within another trace and began this one anew.</summary>
    Restarted,
}
