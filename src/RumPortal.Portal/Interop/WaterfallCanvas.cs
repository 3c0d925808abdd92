using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;
using RumPortal.Portal.Features.Traces;

namespace RumPortal.Portal.Interop;

/// <summary>The module <c>js/waterfall.js</c>, which fetches a trace by itself: its rows never pass through the circuit.</summary>
public sealed class WaterfallCanvas(IJSRuntime runtime, BundledModules modules) : JsModule(runtime, modules, "js/waterfall.js")
{
    /// <summary>Fetches and draws, in place of what the element holds. Empty when it is drawn, else a sentence that says why not.</summary>
    public Task<string> DrawAsync(ElementReference element, string address, WaterfallState state, DotNetObjectReference<Waterfall> component) =>
        CallAsync("draw", "The browser could not draw the waterfall.", element, address, state, component);

    /// <summary>Shows another state of what is drawn.</summary>
    public Task UpdateAsync(ElementReference element, WaterfallState state) => CallAsync<object?>("update", null, element, state);

    public Task EraseAsync(ElementReference element) => CallAsync<object?>("dispose", null, element);
}
