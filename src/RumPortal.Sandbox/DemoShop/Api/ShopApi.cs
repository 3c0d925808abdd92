using RumPortal.Sandbox.DemoShop.Database;
using RumPortal.Sandbox.DemoShop.Orders;
using RumPortal.Sandbox.DemoShop.Payments;
using RumPortal.Sandbox.DemoShop.Products;
using RumPortal.Sandbox.DemoShop.Tracing;
using RumPortal.Sandbox.DemoShop.Warehouse;

namespace RumPortal.Sandbox.DemoShop.Api;

/// <summary>The service <c>shop-api</c> behind the ingress; payments, orders and the warehouse are services of their own.</summary>
internal sealed class ShopApi(Pace pace, TimeProvider clock, ServiceTracing tracing)
{
    private readonly Catalogue _catalogue = Catalogue.Load();

    public required OrdersClient Orders { get; init; }

    public required PaymentClient Payments { get; init; }

    public required WarehouseClient Warehouse { get; init; }

    public void Map(WebApplication app)
    {
        // Before the spans, so that these know the route whatever becomes of the request.
        app.UseRouting();
        app.Use(new RequestSpans(tracing).InvokeAsync);
        app.MapCatalogue(_catalogue, pace);
        app.MapCheckout(_catalogue, Orders, Payments, pace);
        app.MapTrouble(clock);
        app.MapHops(Orders, Warehouse, new OrderExport(Orders, tracing));
    }
}
