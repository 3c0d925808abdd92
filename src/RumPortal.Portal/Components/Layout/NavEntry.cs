namespace RumPortal.Portal.Components.Layout;

/// <summary>An entry of the navigation. Only pages that exist are listed.</summary>
/// <param name="Key">The letter after <c>g</c> that goes there.</param>
public sealed record NavEntry(string Path, string Title, string Icon, string Key)
{
    public static IReadOnlyList<NavEntry> Main { get; } =
    [
        new(PortalUrls.Apps, "Apps", "apps", "a"),
        new(PortalUrls.Vitals, "Web vitals", "vital", "v"),
        new(PortalUrls.Sessions, "Sessions", "sessions", "s"),
        new(PortalUrls.Traces, "Traces", "trace", "t"),
        new(PortalUrls.Propagation, "Propagation", "propagation", "p"),
    ];
}
