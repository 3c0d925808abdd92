namespace RumPortal.Portal.Features.Traces;

/// <summary>Which traces a search keeps by how they ended.</summary>
public enum TraceStatus
{
    Any,

    /// <summary>Some span failed.</summary>
    Error,

    /// <summary>The browser's span did not fail.</summary>
    Ok,
}
