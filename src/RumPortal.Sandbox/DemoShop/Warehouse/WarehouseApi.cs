using RumPortal.Sandbox.DemoShop.Tracing;

namespace RumPortal.Sandbox.DemoShop.Warehouse;

/// <summary>The service <c>warehouse-api</c>, on a host whose clock is wrong: its spans seem to begin before those of its caller.</summary>
internal sealed class WarehouseApi(Pace pace, ServiceTracing tracing)
{
    /// <summary>How far the host's clock is ahead.</summary>
    public static readonly TimeSpan ClockOffset = TimeSpan.FromSeconds(-1.3);

    public void Map(WebApplication app)
    {
        app.UseRouting();
        app.Use(new RequestSpans(tracing).InvokeAsync);
        app.MapGet("/shelves/{sku}", async (string sku, CancellationToken cancellation) =>
        {
            await pace.PauseAsync(TimeSpan.FromMilliseconds(40), cancellation);
            return new { sku, shelf = sku.Length % 9 };
        });
    }
}
