namespace RumPortal.Domain.Traces.Propagation;

/// <summary>What became of the trace of a browser's request. <see cref="VerdictTable"/> says what each needs and how it is told from the others.</summary>
public enum PropagationVerdict
{
    /// <summary>A backend's span is the child of the browser's.</summary>
    Linked,

    /// <summary>The SDK did not send the header: the address is not on the app's list.</summary>
    NotInjected,

    /// <summary>The SDK sent the header; something on the way removed it.</summary>
    Stripped,

    /// <summary>One of the two before; which one cannot be told without the app's list.</summary>
    StrippedOrNotInjected,

    /// <summary>The server refused the preflight that the header causes, so the request itself failed.</summary>
    PreflightRefused,

    /// <summary>The backend speaks another format of the header.</summary>
    FormatMismatch,

    /// <summary>A gateway read the header and began a trace of its own.</summary>
    Restarted,

    /// <summary>The trace goes on, but the spans between browser and backend were not kept.</summary>
    SampledOut,

    /// <summary>No span of a backend, although other requests to the same origin have some.</summary>
    NoBackendSpan,

    /// <summary>An own origin that never shows a span.</summary>
    BackendNotInstrumented,

    /// <summary>An origin of somebody else, who shares no spans.</summary>
    ThirdParty,

    /// <summary>The load of a document that names no trace.</summary>
    DocumentNotLinked,
}
