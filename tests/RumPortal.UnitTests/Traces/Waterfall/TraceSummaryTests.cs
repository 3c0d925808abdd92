using RumPortal.Domain.Traces;
using RumPortal.Domain.Traces.Waterfall;

namespace RumPortal.UnitTests.Traces.Waterfall;

public sealed class TraceSummaryTests
{
    private const string OtherTrace = "0af7651916cd43dd8448eb211c80319c";

    private static readonly SpanResource Ingress = Spans.Resource("ingress");
    private static readonly SpanResource Shop = Spans.Resource("shop-web");

    [Fact]
    public void Summary_OfALinkedTrace_CountsBrowserAndServicesApart()
    {
        var summary = Of(
            Spans.Span(1, null, 0, 100, Spans.Browser, SpanKind.Client),
            Spans.Span(2, 1, 10, 90, Ingress, SpanKind.Server) with { Status = SpanStatus.Error },
            Spans.Span(3, 2, 20, 80, Shop, SpanKind.Server));

        Assert.Equal(("s1", 3, 1, LinkState.Complete), (summary.Name, summary.Spans, summary.Errors, summary.State));
        Assert.Equal([("shop-web", true, 1, 0), ("ingress", false, 1, 1), ("shop-web", false, 1, 0)], summary.Services.Select(part => (part.Name, part.IsBrowser, part.Spans, part.Errors)));
        Assert.Equal(1, summary.Services[0].Colour);
        Assert.Equal(3, summary.Services.Select(part => part.Colour).Distinct().Count());
    }

    [Fact]
    public void Colour_OfAService_StaysWhenOthersJoinLaterInTheAlphabet()
    {
        var alone = Of(Spans.Span(1, null, 0, 9, Spans.Resource("cart"))).Services[0].Colour;
        var among = Of([Spans.Span(1, null, 0, 9, Spans.Resource("cart")), .. Enumerable.Range(2, 9).Select(i => Spans.Span((ulong)i, 1, 0, 9, Spans.Resource($"z{i}")))]);

        Assert.Equal(alone, among.Services.Single(part => part.Name == "cart").Colour);
        Assert.Equal([2, 3, 4, 5, 6, 7, 8], among.Services.Select(part => part.Colour).Distinct().Order());
    }

    [Fact]
    public void Root_WithALinkToAnotherTrace_IsRestarted()
    {
        Assert.True(TraceId.TryParse(OtherTrace, out var other, out _));

        var summary = Of(Spans.Span(1, null, 0, 9, Ingress, SpanKind.Server) with { Links = [new SpanReference(other, null, SpanAttributes.Empty)] });

        Assert.Equal((LinkState.Restarted, OtherTrace), (summary.State, summary.RestartedFrom?.ToString()));
    }

    [Theory]
    [InlineData("00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01", OtherTrace)]
    [InlineData("[00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01]", OtherTrace)]
    [InlineData("00-0000000000000000666cbeb5609b8b57-b7ad6b7169203331-01", null)]
    [InlineData("00-xyz", null)]
    [InlineData("", null)]
    public void Root_WithACapturedHeader_IsRestartedWhenItNamesAnotherTrace(string header, string? expected)
    {
        var summary = Of(Spans.Span(1, null, 0, 9, Ingress, SpanKind.Server, ("http.request.header.traceparent", header)));

        Assert.Equal(expected, summary.RestartedFrom?.ToString());
        Assert.Equal(expected is null ? LinkState.Complete : LinkState.Restarted, summary.State);
    }

    [Theory]
    [InlineData("GET", "url.full", "https://shop.test/cart?x=1", "GET /cart")]
    [InlineData("HTTP GET", "http.url", "https://shop.test/cart#a", "GET /cart")]
    [InlineData("GET", "http.target", "/cart?x=1", "GET /cart")]
    [InlineData("GET /cart/:id", "url.path", "/cart/5", "GET /cart/:id")]
    [InlineData("GET", "url.full", "not an address", "GET")]
    [InlineData("", "url.path", "/", "(no name)")]
    public void Title_OfARequest_SaysWhatABareMethodLeavesOut(string name, string key, string value, string expected)
    {
        var summary = Of(Spans.Span(1, null, 0, 9, Ingress, SpanKind.Client, ("http.request.method", "GET"), (key, value)) with { Name = name });

        Assert.Equal(expected, summary.Name);
    }

    private static TraceSummary Of(params Span[] spans) => TraceSummary.Of(TraceTree.Build(Spans.Trace([.. spans])));
}
