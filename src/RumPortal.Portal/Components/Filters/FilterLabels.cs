namespace RumPortal.Portal.Components.Filters;

/// <summary>Short names for the keys that people filter by most.</summary>
public static class FilterLabels
{
    private static readonly Dictionary<string, string> Names = new(StringComparer.Ordinal)
    {
        ["app_version"] = "version",
        ["app_environment"] = "environment",
        ["browser_name"] = "browser",
        ["browser_os"] = "OS",
        ["browser_mobile"] = "mobile",
        ["page_id"] = "page",
        ["view_name"] = "view",
        ["user_id"] = "user",
        ["event_name"] = "event",
        ["sdk_version"] = "SDK",
    };

    /// <summary>Keys offered when a filter is typed.</summary>
    public static IReadOnlyList<string> Suggested { get; } =
    [
        "app_version", "browser_name", "browser_version", "browser_os", "browser_mobile", "browser_language", "page_id", "page_url", "view_name",
        "user_id", "user_username", "event_name", "type", "level", "hash", "kind", "sdk_version",
    ];

    public static string Of(string key) => Names.GetValueOrDefault(key, key);
}
