using System.Net;
using System.Text.Json;
using RumPortal.Sandbox.DemoShop.Api;
using RumPortal.Sandbox.DemoShop.Orders;
using RumPortal.Sandbox.DemoShop.Partners;
using RumPortal.Sandbox.DemoShop.Warehouse;

namespace RumPortal.IntegrationTests.Sandbox.DemoShop;

/// <summary>Each way in which the shop breaks a trace, called as a browser would and read back from Tempo.</summary>
public sealed class ShopHopTests(QuietShop shop) : IClassFixture<QuietShop>
{
    private const string Server = "SPAN_KIND_SERVER";
    private const string Client = "SPAN_KIND_CLIENT";

    [Fact]
    public async Task Payment_OfAnOrder_IsOneTraceThroughEveryService()
    {
        var order = await shop.CallAsync(shop.Origins.Api, "/api/orders", method: HttpMethod.Post, body: new
        {
            lines = new[] { new { sku = "brass-pen", quantity = 1 } },
            delivery = new { name = "王小美", street = "Kai 3", city = "Bergen" },
        });
        var id = JsonDocument.Parse(order.Body).RootElement.GetProperty("id").GetString();

        var paid = await shop.CallAsync(shop.Origins.Api, $"/api/orders/{id}/payment", method: HttpMethod.Post, body: new { method = "card" });
        var spans = await shop.TraceAsync(paid.TraceId, 6);

        var ingress = Assert.Single(spans, span => span.Service == "ingress");
        var api = Assert.Single(spans, span => span is { Service: "shop-api", Kind: Server });
        var charge = Assert.Single(spans, span => span is { Service: "shop-api", Name: "POST" });
        var payment = Assert.Single(spans, span => span.Service == "payment-api");
        Assert.Equal((HttpStatusCode.OK, paid.TraceId), (paid.Status, paid.AnnouncedTraceId));
        Assert.Equal((paid.SpanId, Server), (ingress.ParentId, ingress.Kind));
        Assert.Equal((ingress.SpanId, "POST /api/orders/{id}/payment"), (api.ParentId, api.Name));
        Assert.Equal((api.SpanId, Client), (charge.ParentId, charge.Kind));
        Assert.Equal((charge.SpanId, Server, "POST /charges"), (payment.ParentId, payment.Kind, payment.Name));
        Assert.Equal(["SELECT orders", "UPDATE orders"], Queries(spans, api).Select(span => span.Name));
        Assert.Equal(6, spans.Count);
    }

    [Fact]
    public async Task Linked_Called_SaysWhatTheDatabaseWasAsked()
    {
        var answer = await shop.CallAsync(shop.Origins.Api, HopEndpoints.Linked);
        var spans = await shop.TraceAsync(answer.TraceId, 3);

        var query = Assert.Single(spans, span => span.Kind == Client);
        Assert.Equal("postgresql", query.Attributes["db.system.name"]);
        Assert.Equal("SELECT id, total, paid FROM orders ORDER BY id LIMIT $1 OFFSET $2", query.Attributes["db.query.text"]);
        Assert.Equal(
            (HopEndpoints.Linked, "GET", "200", shop.Origins.Api.Host),
            spans.Where(span => span.Service == "ingress").Select(Request).Single());
    }

    [Fact]
    public async Task Stripped_Called_BeginsATraceThatTellsNothingOfTheBrowser()
    {
        var answer = await shop.CallAsync(shop.Origins.Api, HopEndpoints.Stripped);
        var spans = await shop.TraceAsync(answer.AnnouncedTraceId!, 3);

        var root = Assert.Single(spans, span => span.ParentId is null);
        Assert.NotEqual(answer.TraceId, answer.AnnouncedTraceId);
        Assert.Equal(("ingress", Server), (root.Service, root.Kind));
        Assert.Empty(root.Links);
        Assert.DoesNotContain(spans.SelectMany(span => span.Attributes.Values), value => value.Contains(answer.TraceId, StringComparison.Ordinal));
        Assert.Empty(await shop.ReadTraceAsync(answer.TraceId));
    }

    [Fact]
    public async Task Restarted_Called_LinksTheNewRootToTheBrowser()
    {
        var answer = await shop.CallAsync(shop.Origins.Api, HopEndpoints.Restarted);
        var spans = await shop.TraceAsync(answer.AnnouncedTraceId!, 3);

        var root = Assert.Single(spans, span => span.ParentId is null);
        Assert.Equal([(answer.TraceId, answer.SpanId)], root.Links);
        Assert.Empty(await shop.ReadTraceAsync(answer.TraceId));
    }

    [Fact]
    public async Task SampledOut_Called_LeavesAServiceWithoutItsParent()
    {
        var answer = await shop.CallAsync(shop.Origins.Api, HopEndpoints.SampledOut);
        var spans = await shop.TraceAsync(answer.TraceId, 2);

        var api = Assert.Single(spans, span => span.Kind == Server);
        Assert.Equal("shop-api", api.Service);
        Assert.NotEqual(answer.SpanId, api.ParentId);
        Assert.DoesNotContain(spans, span => span.SpanId == api.ParentId);
        Assert.Null(answer.AnnouncedTraceId);
    }

    [Fact]
    public async Task NotInjected_CalledWithoutAHeader_BeginsATrace()
    {
        var answer = await shop.CallAsync(shop.Origins.Unlisted, HopEndpoints.NotInjected, withTraceparent: false);
        var spans = await shop.TraceAsync(answer.AnnouncedTraceId!, 3);

        var root = Assert.Single(spans, span => span.ParentId is null);
        Assert.Equal((HopEndpoints.NotInjected, "GET", "200", shop.Origins.Unlisted.Host), Request(root));
    }

    [Fact]
    public async Task JaegerOnly_CalledWithTraceparent_BeginsATraceOf64Bits()
    {
        var answer = await shop.CallAsync(shop.Origins.Legacy, HopEndpoints.JaegerOnly);
        var id = await shop.FindAsync($"{{ resource.service.name = \"legacy-ingress\" && span.url.path = \"{HopEndpoints.JaegerOnly}\" }}");
        var spans = await shop.TraceAsync(id, 3);

        var root = Assert.Single(spans, span => span.ParentId is null);
        var api = Assert.Single(spans, span => span is { Service: "shop-api", Kind: Server });
        Assert.StartsWith("0000000000000000", id);
        Assert.Equal(("legacy-ingress", "jaeger", "const"), (root.Service, root.Attributes["internal.span.format"], root.Attributes["sampler.type"]));
        Assert.StartsWith("Go-", root.Attributes["jaeger.version"]);
        Assert.Equal(root.SpanId, api.ParentId);
        Assert.Empty(await shop.ReadTraceAsync(answer.TraceId));
        Assert.Null(answer.AnnouncedTraceId);
    }

    [Fact]
    public async Task JaegerOnly_CalledWithUberTraceId_GoesOnWithThatTrace()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(shop.Origins.Legacy, HopEndpoints.Linked));
        request.Headers.Add("uber-trace-id", "5af7651916cd43dd:b7ad6b7169203331:0:1");

        using var response = await shop.Http.SendAsync(request, TestContext.Current.CancellationToken);
        var spans = await shop.TraceAsync("00000000000000005af7651916cd43dd", 3);

        var ingress = Assert.Single(spans, span => span.Service == "legacy-ingress");
        Assert.Equal("b7ad6b7169203331", ingress.ParentId);
    }

    [Fact]
    public async Task PreflightRefused_Asked_LeavesAnOptionsSpanAndAllowsNothing()
    {
        using var preflight = new HttpRequestMessage(HttpMethod.Options, new Uri(shop.Origins.Api, HopEndpoints.PreflightRefused));
        preflight.Headers.Add("Origin", "http://127.0.0.1:5090");
        preflight.Headers.Add("Access-Control-Request-Method", "GET");
        preflight.Headers.Add("Access-Control-Request-Headers", "traceparent");

        using var response = await shop.Http.SendAsync(preflight, TestContext.Current.CancellationToken);
        var id = response.Headers.GetValues("Server-Timing").Single().Split('-')[1];
        var span = Assert.Single(await shop.TraceAsync(id, 1));

        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
        Assert.DoesNotContain(response.Headers, header => header.Key.StartsWith("Access-Control", StringComparison.Ordinal));
        Assert.Equal((HopEndpoints.PreflightRefused, "OPTIONS", "403", shop.Origins.Api.Host), Request(span));
    }

    [Fact]
    public async Task ClockSkew_Called_PutsTheWarehouseBeforeItsCaller()
    {
        var answer = await shop.CallAsync(shop.Origins.Api, HopEndpoints.ClockSkew);
        var spans = await shop.TraceAsync(answer.TraceId, 4);

        var called = Assert.Single(spans, span => span.Service == "warehouse-api");
        var caller = Assert.Single(spans, span => span.SpanId == called.ParentId);
        var ahead = TimeSpan.FromMicroseconds((called.Start - caller.Start) / 1_000.0);
        Assert.InRange(ahead, WarehouseApi.ClockOffset, WarehouseApi.ClockOffset + TimeSpan.FromMicroseconds((caller.End - caller.Start) / 1_000.0));
        Assert.True(called.End - called.Start <= caller.End - caller.Start);
    }

    [Fact]
    public async Task ManySpans_Called_StoresEveryOneOfThem()
    {
        var answer = await shop.CallAsync(shop.Origins.Api, HopEndpoints.ManySpans);
        var spans = await shop.TraceAsync(answer.TraceId, OrderExport.Spans + 2);

        Assert.Equal((10_000, 10_002), (OrderExport.Spans, spans.Count));
        Assert.Equal(OrderExport.Pages, spans.Count(span => span.Name == "SELECT orders"));
    }

    [Fact]
    public async Task HostsWithoutTracing_Called_AnswerAndStaySilent()
    {
        var points = await shop.CallAsync(shop.Origins.Silent, "/points");
        // The name leads to loopback in browsers only.
        var partner = new UriBuilder(shop.Origins.Partner) { Host = "127.0.0.1" }.Uri;
        var charged = await shop.CallAsync(partner, "/v1/charges", withTraceparent: false, HttpMethod.Post);
        await shop.TraceAsync((await shop.CallAsync(shop.Origins.Api, HopEndpoints.Linked)).TraceId, 3);

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (points.Status, charged.Status));
        Assert.Equal((null, null), (points.AnnouncedTraceId, charged.AnnouncedTraceId));
        Assert.Empty(await shop.ReadTraceAsync(points.TraceId));
        Assert.Equal(PartnerApi.Host, shop.Origins.Partner.Host);
    }

    [Fact]
    public async Task Documents_Loaded_AreTracedExceptTheUntracedPage()
    {
        var traced = await shop.CallAsync(shop.Urls.Shop!, "/cart", withTraceparent: false);
        var untraced = await shop.CallAsync(shop.Urls.Shop!, "/trouble/untraced", withTraceparent: false);

        var span = Assert.Single(await shop.TraceAsync(traced.AnnouncedTraceId!, 1));
        Assert.Equal(("shop-pages", "GET /cart", null), (span.Service, span.Name, span.ParentId));
        Assert.Null(untraced.AnnouncedTraceId);
    }

    private static IEnumerable<StoredSpan> Queries(IEnumerable<StoredSpan> spans, StoredSpan parent) =>
        spans.Where(span => span.ParentId == parent.SpanId && span.Attributes.ContainsKey("db.system.name")).OrderBy(span => span.Start);

    private static (string Path, string Method, string Status, string Host) Request(StoredSpan span) =>
        (span.Attributes["url.path"], span.Attributes["http.request.method"], span.Attributes["http.response.status_code"], span.Attributes["server.address"]);
}
