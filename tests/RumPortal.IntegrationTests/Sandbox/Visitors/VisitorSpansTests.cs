using RumPortal.IntegrationTests.Sandbox.DemoShop;

namespace RumPortal.IntegrationTests.Sandbox.Visitors;

/// <summary>That the spans of the visitors' history reach Tempo, the browser's and the backends' in one trace.</summary>
public sealed class VisitorSpansTests(VisitedShop shop) : IClassFixture<VisitedShop>
{
    [Fact]
    public async Task History_OfAnExport_IsOneTraceOf10000Spans()
    {
        var id = await shop.FindAsync("{ name = \"render row\" }");

        var spans = await shop.TraceAsync(id, 10_000);

        Assert.Equal(10_000, spans.Count);
        Assert.Equal(["ingress", "shop-api", "shop-web"], spans.Select(span => span.Service).Distinct().Order());
        var ingress = Assert.Single(spans, span => span.Service == "ingress");
        Assert.Equal("shop-web", Assert.Single(spans, span => span.SpanId == ingress.ParentId).Service);
    }

    [Fact]
    public async Task History_OfARestartedTrace_LinksToABrowsersSpan()
    {
        var id = await shop.FindAsync("{ span.url.path = \"/shipping/quotes\" && resource.service.name = \"ingress\" }");

        var root = Assert.Single(await shop.TraceAsync(id, 1), span => span.ParentId is null);
        var link = Assert.Single(root.Links);
        var browser = Assert.Single(await shop.TraceAsync(link.TraceId, 1), span => span.SpanId == link.SpanId);

        Assert.Equal("https://api.example.test/shipping/quotes", browser.Attributes.TryGetValue("url.full", out var url) ? url : browser.Attributes["http.url"]);
    }
}
