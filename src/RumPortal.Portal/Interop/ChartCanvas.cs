using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;
using RumPortal.Portal.Components.Charts;

namespace RumPortal.Portal.Interop;

/// <summary>The module <c>js/chart.js</c>, which brings the drawing library with it at its first call.</summary>
public sealed class ChartCanvas(IJSRuntime runtime, BundledModules modules) : JsModule(runtime, modules, "js/chart.js")
{
    /// <summary>Draws, or draws anew where the element has a figure. False when the browser could not.</summary>
    public Task<bool> DrawAsync(ElementReference element, ChartFigure figure, DotNetObjectReference<PlotlyChart> chart) =>
        CallAsync("draw", false, element, figure, chart);

    public Task EraseAsync(ElementReference element) => CallAsync<object?>("dispose", null, element);
}
