namespace RumPortal.Domain.Traces.Propagation;

/// <summary>How a fix turned out.</summary>
public enum RecheckState
{
    /// <summary>Too few requests since then.</summary>
    Waiting,

    /// <summary>Healthy since then.</summary>
    Fixed,

    /// <summary>More requests are linked than before, still not enough of them.</summary>
    Better,

    /// <summary>As before.</summary>
    NotFixed,

    /// <summary>It was healthy before and is.</summary>
    NothingToFix,
}

/// <summary>The requests before and after a chosen moment: does a fix help?</summary>
public sealed record Recheck(DateTimeOffset Since, LinkedRate Before, LinkedRate After)
{
    public RecheckState State => (Before.State, After.State) switch
    {
        (_, RouteState.TooFew) => RecheckState.Waiting,
        (RouteState.Healthy, RouteState.Healthy) => RecheckState.NothingToFix,
        (_, RouteState.Healthy) => RecheckState.Fixed,
        // Compared with its own uncertainty: a point more or less is no success.
        _ when Before.Requests > 0 && After.Share > Before.Upper => RecheckState.Better,
        _ => RecheckState.NotFixed,
    };
}
