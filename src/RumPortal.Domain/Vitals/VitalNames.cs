namespace RumPortal.Domain.Vitals;

/// <summary>Names of vitals and ratings as the API and the style sheet spell them.</summary>
public static class VitalNames
{
    /// <summary>The core vitals first, in the order in which they are shown everywhere.</summary>
    public static IReadOnlyList<string> All { get; } = ["lcp", "inp", "cls", "fcp", "ttfb"];

    public static string Of(VitalRating rating) => rating switch
    {
        VitalRating.Good => "good",
        VitalRating.NeedsImprovement => "needs-improvement",
        _ => "poor",
    };
}
