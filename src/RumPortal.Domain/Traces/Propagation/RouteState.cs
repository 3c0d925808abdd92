namespace RumPortal.Domain.Traces.Propagation;

/// <summary>How well a route's requests reach their backend.</summary>
public enum RouteState
{
    /// <summary>Nothing systematic is wrong.</summary>
    Healthy,

    /// <summary>Fewer requests than a judgement needs.</summary>
    TooFew,

    /// <summary>Some traces break, and chance is no explanation.</summary>
    Degraded,

    /// <summary>More than a fifth of the traces break.</summary>
    Broken,
}
