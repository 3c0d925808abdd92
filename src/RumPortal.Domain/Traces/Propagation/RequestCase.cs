namespace RumPortal.Domain.Traces.Propagation;

/// <summary>What was found beside a request.</summary>
public enum RequestContact
{
    /// <summary>A SERVER span is its child.</summary>
    Linked,

    /// <summary>Its trace holds SERVER spans, but none is its child.</summary>
    SameTrace,

    /// <summary>A root SERVER span of another trace has its path and time.</summary>
    Paired,

    /// <summary>It failed without a response, and a root SERVER span of method OPTIONS has its path and time.</summary>
    Preflight,

    /// <summary>Nothing.</summary>
    Alone,
}

/// <summary>A request with what was found beside it.</summary>
/// <param name="Request">The request.</param>
/// <param name="Contact">What was found.</param>
/// <param name="Root">The other half, for the two contacts with one.</param>
public sealed record RequestCase(BrowserRequest Request, RequestContact Contact, BackendRoot? Root)
{
    /// <summary>The trace that tells more about the case; null where none can.</summary>
    public TraceId? ProofTrace => Contact switch
    {
        RequestContact.SameTrace => Request.TraceId,
        RequestContact.Paired => Root?.TraceId,
        _ => null,
    };
}
