namespace RumPortal.Domain.Traces.Propagation;

/// <summary>The loads of one route's documents.</summary>
public sealed record DocumentFinding(string App, string Route, LinkedRate Rate)
{
    /// <summary>As for requests: not linked while chance is no explanation, or while there are few loads and most of them are not.</summary>
    public PropagationVerdict Verdict =>
        Rate.State is RouteState.Degraded or RouteState.Broken || (Rate.State == RouteState.TooFew && Rate.Unlinked * 2 > Rate.Requests)
            ? PropagationVerdict.DocumentNotLinked
            : PropagationVerdict.Linked;
}
