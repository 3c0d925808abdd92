namespace RumPortal.Domain.Vitals;

/// <summary>
/// The official limits between the ratings (web-vitals 6.0): the upper edge belongs to the better class. Milliseconds; CLS has no unit.
/// </summary>
/// <param name="Good">The largest good value.</param>
/// <param name="Poor">The largest value that is not yet poor.</param>
public readonly record struct VitalThresholds(double Good, double Poor)
{
    /// <summary>The limits of a vital by its lower-case name, or null for a name that is no current vital (FID among them).</summary>
    public static VitalThresholds? Of(string vital) => vital switch
    {
        "lcp" => new(2500, 4000),
        "inp" => new(200, 500),
        "cls" => new(0.1, 0.25),
        "fcp" => new(1800, 3000),
        "ttfb" => new(800, 1800),
        _ => null,
    };

    public VitalRating Rate(double value) => value <= Good ? VitalRating.Good : value <= Poor ? VitalRating.NeedsImprovement : VitalRating.Poor;
}
