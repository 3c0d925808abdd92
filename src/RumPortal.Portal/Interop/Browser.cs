using Microsoft.JSInterop;

namespace RumPortal.Portal.Interop;

/// <summary>The module <c>js/browser.js</c>: what only the browser knows or can do.</summary>
public sealed class Browser(IJSRuntime runtime, BundledModules modules) : JsModule(runtime, modules, "js/browser.js")
{
    /// <summary>The IANA name of the browser's zone.</summary>
    public Task<string> TimeZoneAsync() => CallAsync("timeZone", "UTC");

    public Task SetThemeAsync(string choice) => CallAsync<object?>("setTheme", null, choice);

    /// <summary>False when the browser does not allow it.</summary>
    public Task<bool> CopyAsync(string text) => CallAsync("copy", false, text);
}
