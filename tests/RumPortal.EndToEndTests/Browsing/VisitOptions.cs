namespace RumPortal.EndToEndTests.Browsing;

/// <summary>Where a visit goes and with what browser.</summary>
public sealed record VisitOptions(Uri Site)
{
    /// <summary>Other origins that the site's pages may ask; a request to any other one is a fault.</summary>
    public IReadOnlyList<Uri> Partners { get; init; } = [];

    public int Width { get; init; } = 1440;

    public bool Dark { get; init; }

    public string TimeZone { get; init; } = "Asia/Taipei";

    /// <summary>Whether script errors and errors in the console belong to the story.</summary>
    public bool ExpectsErrors { get; init; }
}
