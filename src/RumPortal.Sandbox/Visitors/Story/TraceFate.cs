namespace RumPortal.Sandbox.Visitors.Story;

/// <summary>What becomes of a request's trace between the browser and the backend.</summary>
internal enum TraceFate
{
    /// <summary>The ingress goes on with it.</summary>
    Linked,

    /// <summary>A gateway drops the header: the backend has a trace of its own, and nothing tells of the browser's.</summary>
    Stripped,

    /// <summary>The browser does not send the header; in the backend it looks the same.</summary>
    NotInjected,

    /// <summary>The preflight is answered without allowing the header, so there is no request.</summary>
    PreflightRefused,

    /// <summary>The ingress begins a trace of its own and links its span to the browser's.</summary>
    Restarted,

    /// <summary>The ingress reads Jaeger's header alone and counts traces with 64 bits.</summary>
    JaegerOnly,

    /// <summary>The ingress goes on with it but does not export its span.</summary>
    SampledOut,
}
