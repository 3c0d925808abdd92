using RumPortal.Sandbox.DemoShop.Ingress;

namespace RumPortal.Sandbox.DemoShop.Partners;

/// <summary>A service of the shop's own that nobody has instrumented: it takes the browser's <c>traceparent</c> and knows nothing of tracing.</summary>
internal static class LoyaltyApi
{
    public static void Map(WebApplication app)
    {
        CrossOrigin.Use(app);
        app.MapGet("/points", () => new { points = 120 });
    }
}
