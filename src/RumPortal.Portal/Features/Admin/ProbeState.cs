namespace RumPortal.Portal.Features.Admin;

/// <summary>How a check ended.</summary>
public enum ProbeState
{
    Passed,

    /// <summary>The portal works, with something missing.</summary>
    Warning,

    Failed,

    /// <summary>Not tried, because an earlier check failed.</summary>
    Skipped,
}
