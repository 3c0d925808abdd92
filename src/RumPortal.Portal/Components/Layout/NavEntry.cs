namespace RumPortal.Portal.Components.Layout;

/// <summary>An entry of the navigation. Only pages that exist are listed.</summary>
/// <param name="Key">The letter after <c>g</c> that goes there.</param>
public sealed record NavEntry(string Path, string Title, string Icon, string Key)
{
    public static IReadOnlyList<NavEntry> Main { get; } =
    [
        new("/", "Apps", "apps", "a"),
        new("/vitals", "Web vitals", "vital", "v"),
        new("/sessions", "Sessions", "sessions", "s"),
    ];
}
