using RumPortal.Sandbox.DemoShop.Database;
using RumPortal.Sandbox.DemoShop.Orders;
using RumPortal.Sandbox.DemoShop.Warehouse;

namespace RumPortal.Sandbox.DemoShop.Api;

/// <summary>
/// What the page "Trouble" calls to break traces: each path does the same small piece of work here; what happens to its trace on the way is
/// the affair of the ingress that it comes through.
/// </summary>
internal static class HopEndpoints
{
    public const string Linked = "/api/trouble/hops/linked";
    public const string Stripped = "/api/trouble/hops/stripped";
    public const string NotInjected = "/api/trouble/hops/not-injected";
    public const string PreflightRefused = "/api/trouble/hops/preflight-refused";
    public const string Restarted = "/api/trouble/hops/restarted";
    public const string JaegerOnly = "/api/trouble/hops/jaeger-only";
    public const string SampledOut = "/api/trouble/hops/sampled-out";
    public const string ClockSkew = "/api/trouble/hops/clock-skew";
    public const string ManySpans = "/api/trouble/hops/many-spans";

    // A route for each path: one with a parameter would make them one route to whoever reads the spans.
    private static readonly string[] Alike = [Linked, Stripped, NotInjected, PreflightRefused, Restarted, JaegerOnly, SampledOut];

    public static void MapHops(this IEndpointRouteBuilder app, OrdersClient orders, WarehouseClient warehouse, OrderExport export)
    {
        foreach (var path in Alike)
            app.MapGet(path, async (CancellationToken cancellation) => new { orders = (await orders.ListAsync(5, 0, cancellation)).Count });
        app.MapGet(ClockSkew, async (CancellationToken cancellation) =>
        {
            await warehouse.LookUpAsync("iron-kettle", cancellation);
            return new { shelved = true };
        });
        app.MapGet(ManySpans, async (CancellationToken cancellation) => new { rows = await export.RunAsync(cancellation) });
    }
}
