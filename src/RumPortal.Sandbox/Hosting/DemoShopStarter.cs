using RumPortal.Sandbox.DemoShop;
using RumPortal.Sandbox.DemoShop.Api;
using RumPortal.Sandbox.DemoShop.Database;
using RumPortal.Sandbox.DemoShop.Ingress;
using RumPortal.Sandbox.DemoShop.Ingress.Hops;
using RumPortal.Sandbox.DemoShop.Pages;
using RumPortal.Sandbox.DemoShop.Partners;
using RumPortal.Sandbox.DemoShop.Payments;
using RumPortal.Sandbox.DemoShop.Tracing;
using RumPortal.Sandbox.DemoShop.Warehouse;

namespace RumPortal.Sandbox.Hosting;

/// <summary>Puts the services of the shop together and starts them, the called before their callers.</summary>
internal sealed class DemoShopStarter(OwnedParts parts, Uri otlp, ILoggerFactory logs, CancellationToken cancellation)
{
    // Whether and how a context goes on is the shop's own affair, not the client's.
    private readonly HttpClient _http =
        parts.Add(new HttpClient(new SocketsHttpHandler { ActivityHeadersPropagator = null, UseProxy = false, AllowAutoRedirect = false }));

    private readonly List<ServiceTracing> _tracings = [];

    /// <summary>Starts the service behind the ingresses, and those that it calls.</summary>
    public async Task<Uri> StartApiAsync(SandboxOptions options, TimeProvider clock)
    {
        var pace = new Pace(options.Seed, clock);
        var tracing = Trace("shop-api");
        var client = new TracedClient(_http, tracing);
        var api = new ShopApi(pace, clock, tracing)
        {
            Orders = new OrdersClient(_http, await StartAsync(new OrdersDatabase(pace).Map), tracing),
            Payments = new PaymentClient(client, await StartAsync(new PaymentApi(pace, Trace("payment-api")).Map)),
            Warehouse = new WarehouseClient(client, await StartAsync(new WarehouseApi(pace, Trace("warehouse-api", WarehouseApi.ClockOffset)).Map)),
        };
        return await StartAsync(api.Map);
    }

    /// <summary>Starts what browsers call.</summary>
    public async Task<ShopOrigins> StartOriginsAsync(SandboxOptions options, Uri api)
    {
        var (propagating, tracing) = (new PropagatingHop(), Trace("ingress"));
        var ingress = new IngressProxy(
            tracing, api, _http, propagating,
            new IngressRoute(HopEndpoints.Stripped, new StrippingHop()),
            new IngressRoute(HopEndpoints.Restarted, new RestartingHop()),
            new IngressRoute(HopEndpoints.SampledOut, new UnsampledHop()),
            new IngressRoute(HopEndpoints.PreflightRefused, propagating, AllowsTraceHeaders: false));
        var legacy = new IngressProxy(Trace("legacy-ingress"), api, _http, new JaegerHop());
        var unlisted = new IngressProxy(tracing, api, _http, propagating);
        return new ShopOrigins(
            await StartAsync(ingress.Map, new ListenPort("--shop-api-port", options.ShopApiPort)),
            await StartAsync(legacy.Map),
            await StartAsync(unlisted.Map),
            await StartAsync(LoyaltyApi.Map),
            new UriBuilder(await StartAsync(PartnerApi.Map)) { Host = PartnerApi.Host }.Uri);
    }

    public Task<Uri> StartPagesAsync(SandboxOptions options, ShopOrigins origins, Uri collector)
    {
        var pages = parts.Add(new ShopPages(origins, collector, Trace("shop-pages")));
        return StartAsync(app => pages.Map(app, Status), new ListenPort("--shop-port", options.ShopPort));
    }

    private async Task<Uri> StartAsync(Action<WebApplication> map, ListenPort port = default)
    {
        var app = new LoopbackApp { Port = port, Services = CrossOrigin.AddServices, Map = map };
        return parts.Add(await LoopbackServer.StartAsync(app, logs, cancellation)).Url;
    }

    private ServiceTracing Trace(string service, TimeSpan clockOffset = default)
    {
        var tracing = parts.Add(new ServiceTracing(service, otlp, clockOffset));
        _tracings.Add(tracing);
        return tracing;
    }

    private object Status() => new { finishedSpans = _tracings.ToDictionary(tracing => tracing.Service, tracing => tracing.Finished) };
}
