using RumPortal.Sandbox.DemoShop.Orders;
using RumPortal.Sandbox.DemoShop.Products;
using RumPortal.Sandbox.DemoShop.Tracing;

namespace RumPortal.Sandbox.DemoShop.Api;

/// <summary>
/// The shop's API, an origin of its own: its calls are cross-origin, so they need the CORS answer that lets <c>traceparent</c> through
/// and the <c>Timing-Allow-Origin</c> that lets the browser tell their timing.
/// </summary>
public sealed class ShopApi(int seed, TimeProvider clock) : IDisposable
{
    private readonly Pace _pace = new(seed, clock);
    private readonly Catalogue _catalogue = Catalogue.Load();
    private readonly OrderBook _orders = new();

    public RequestSpans Spans { get; } = new("shop-api");

    public static void AddServices(IServiceCollection services) => services.AddCors(cors => cors.AddDefaultPolicy(policy => policy
        .AllowAnyOrigin()
        .WithMethods(HttpMethods.Get, HttpMethods.Post)
        .WithHeaders("content-type", "traceparent", "tracestate", "baggage")
        .WithExposedHeaders("server-timing")
        .SetPreflightMaxAge(TimeSpan.FromMinutes(10))));

    public void Map(WebApplication app)
    {
        app.UseCors();
        app.Use(AllowTimingAsync);
        app.Use(Spans.InvokeAsync);
        app.MapCatalogue(_catalogue, _pace);
        app.MapCheckout(_catalogue, _orders, new PaymentDesk(_pace), _pace);
        app.MapTrouble(clock);
    }

    public void Dispose() => Spans.Dispose();

    private static Task AllowTimingAsync(HttpContext context, RequestDelegate next)
    {
        context.Response.Headers["Timing-Allow-Origin"] = "*";
        return next(context);
    }
}
