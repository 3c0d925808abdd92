using RumPortal.Sandbox.DemoShop.Ingress;

namespace RumPortal.Sandbox.DemoShop.Partners;

/// <summary>Somebody else's payment service, on another site: its spans, if it has any, are not ours to see.</summary>
internal static class PartnerApi
{
    /// <summary>A name that browsers take to loopback, and a site of its own beside that of the shop's pages.</summary>
    public const string Host = "pay.partner.localhost";

    public static void Map(WebApplication app)
    {
        CrossOrigin.Use(app);
        app.MapPost("/v1/charges", () => new { accepted = true });
    }
}
