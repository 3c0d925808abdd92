namespace RumPortal.Domain.Traces.Propagation;

/// <summary>What a fix is wanted for.</summary>
/// <param name="Verdict">What is wrong.</param>
/// <param name="Part">Where.</param>
/// <param name="Example">A request that shows it.</param>
/// <param name="Hop">The service that took the request first, where one did.</param>
/// <param name="Rules">What is known of the app.</param>
/// <param name="Rate">How many requests.</param>
/// <param name="Since">Since when; null while there are too few requests to tell.</param>
internal sealed record FixQuestion(PropagationVerdict Verdict, RequestPart Part, BrowserRequest Example, string? Hop, HeaderRules Rules, LinkedRate Rate, BrokenSince? Since)
{
    public string Origin => Part.Origin;

    public string HopOrGateway => Hop is { Length: > 0 } hop ? hop : "the gateway";
}
