namespace RumPortal.Sandbox.Visitors.Story;

/// <summary>One of the three apps.</summary>
internal sealed record AppProfile
{
    public static IReadOnlyList<AppProfile> All { get; } = [ShopWeb.Profile, AccountPortal.Profile, DocsSite.Profile];

    public required string Name { get; init; }

    public required string Namespace { get; init; }

    public required Uri Origin { get; init; }

    /// <summary>Share of visitors, in percent.</summary>
    public required double Weight { get; init; }

    /// <summary>Moves between pages mostly without loading a document.</summary>
    public required bool IsSinglePage { get; init; }

    /// <summary>Share of visitors who never sign in.</summary>
    public required double AnonymousShare { get; init; }

    /// <summary>Production's releases, oldest first.</summary>
    public required IReadOnlyList<Release> Releases { get; init; }

    public required string StagingVersion { get; init; }

    /// <summary>The first is where most visits begin.</summary>
    public required IReadOnlyList<PageTemplate> Pages { get; init; }

    public required IReadOnlyList<Fault> Faults { get; init; }

    public required IReadOnlyList<ConsoleLine> Console { get; init; }

    public PageTemplate Page(string route) => Pages.Single(page => page.Route == route);
}
