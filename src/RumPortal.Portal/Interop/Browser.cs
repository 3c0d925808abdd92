using Microsoft.JSInterop;

namespace RumPortal.Portal.Interop;

/// <summary>The module <c>js/browser.js</c>. Calls after the circuit lost its browser are answered with the default, not with an exception.</summary>
public sealed class Browser(IJSRuntime runtime, BundledModules modules) : IAsyncDisposable
{
    private IJSObjectReference? _module;

    public Task<string> TimeZoneAsync() => CallAsync("timeZone", "UTC");

    public Task<string> ThemeAsync() => CallAsync("theme", "system");

    public Task<bool> SetThemeAsync(string choice) => CallAsync("setTheme", false, choice);

    /// <summary>False when the browser does not allow it.</summary>
    public Task<bool> CopyAsync(string text) => CallAsync("copy", false, text);

    public async ValueTask DisposeAsync()
    {
        try
        {
            if (_module is not null) await _module.DisposeAsync();
        }
        catch (JSDisconnectedException)
        {
            // The browser is gone, and the module with it.
        }
    }

    private async Task<TResult> CallAsync<TResult>(string function, TResult fallback, params object?[] arguments)
    {
        try
        {
            _module ??= await runtime.InvokeAsync<IJSObjectReference>("import", modules["js/browser.js"]);
            return await _module.InvokeAsync<TResult>(function, arguments);
        }
        catch (Exception exception) when (exception is JSDisconnectedException or JSException or TaskCanceledException)
        {
            return fallback;
        }
    }
}
