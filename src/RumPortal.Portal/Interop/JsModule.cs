using Microsoft.JSInterop;

namespace RumPortal.Portal.Interop;

/// <summary>An ES module of the bundle, loaded at its first call. Calls after the circuit lost its browser give the fallback, not an exception.</summary>
public abstract class JsModule(IJSRuntime runtime, BundledModules modules, string path) : IAsyncDisposable
{
    private IJSObjectReference? _module;

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        try
        {
            if (_module is not null) await _module.DisposeAsync();
        }
        catch (JSDisconnectedException)
        {
            // The browser is gone, and the module with it.
        }
    }

    protected async Task<TResult> CallAsync<TResult>(string function, TResult fallback, params object?[] arguments)
    {
        try
        {
            _module ??= await runtime.InvokeAsync<IJSObjectReference>("import", modules[path]);
            return await _module.InvokeAsync<TResult>(function, arguments);
        }
        catch (Exception exception) when (exception is JSDisconnectedException or JSException or TaskCanceledException)
        {
            return fallback;
        }
    }
}
