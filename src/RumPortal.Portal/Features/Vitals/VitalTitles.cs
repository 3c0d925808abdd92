namespace RumPortal.Portal.Features.Vitals;

/// <summary>What a vital measures, in two words, and what must be known about it.</summary>
public static class VitalTitles
{
    public static string Of(string vital) => vital switch
    {
        "lcp" => "Largest paint",
        "inp" => "Interaction",
        "cls" => "Layout shift",
        "fcp" => "First paint",
        "ttfb" => "First byte",
        _ => "",
    };

    /// <summary>Which browsers report it; a share of browsers that cannot is no share of good page views.</summary>
    public static string? CoverageOf(string vital) => vital == "cls" ? "Chromium browsers only" : null;
}
