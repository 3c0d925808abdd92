using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace RumPortal.Portal.Interop;

/// <summary>The module <c>js/timeline.js</c>.</summary>
public sealed class TimelineScroll(IJSRuntime runtime, BundledModules modules) : JsModule(runtime, modules, "js/timeline.js")
{
    /// <summary>Scrolls a virtualised list so that a row is in view; a row that is in view already stays where it is.</summary>
    public Task RevealAsync(ElementReference list, int index, int count) => CallAsync<object?>("reveal", null, list, index, count);
}
