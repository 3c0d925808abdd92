namespace RumPortal.Portal.Components;

/// <summary>Cookies that <c>js/theme.js</c> and <c>js/browser.js</c> write; they hold preferences only, and any value is treated as a stranger's.</summary>
public static class BrowserCookies
{
    public const string TimeZone = "rumportal.tz";

    /// <summary><c>light</c> or <c>dark</c>; absent means what the system prefers.</summary>
    public const string Theme = "rumportal.theme";
}
