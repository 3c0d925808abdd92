using System.Collections.Immutable;
using AngleSharp.Html.Dom;
using RumPortal.Domain.Faro;
using RumPortal.Portal.Components.Filters;
using RumPortal.Portal.Features.Sessions;
using RumPortal.Portal.Features.Vitals;
using RumPortal.UnitTests.Sessions;
using RumPortal.UnitTests.Vitals.Attribution;

namespace RumPortal.UnitTests.Portal.Vitals;

public sealed class EvidencePanelTests : IAsyncLifetime
{
    private readonly PortalComponents _portal = new();

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => _portal.DisposeAsync();

    [Fact]
    public async Task Example_OfAReport_OpensItsSessionAtTheMoment()
    {
        var page = await RenderAsync(ReportSamples.Of("lcp", 5490) with { Time = FaroLines.Start.AddMilliseconds(12_345) });

        var link = page.QuerySelector("a")!;
        Assert.Equal(["5.49 s", FaroLines.Session, "/cart", "20 Nov 09:00"], link.Children.Select(part => part.TextContent.Trim()));
        Assert.NotNull(link.QuerySelector(".rating.poor"));
        Assert.Equal($"/sessions/shop-web/{FaroLines.Session}?at=2026-11-20T09:00:12.345Z", link.GetAttribute("href"));
        var query = new QueryReader(new Uri(new Uri("http://localhost"), link.GetAttribute("href")).Query);
        Assert.Equal(FaroLines.Start.AddMilliseconds(12_345), SessionPageState.Parse(ViewFilter.Parse(query), query).At);
    }

    [Fact]
    public async Task Example_WithoutARoute_NamesThePathOrThatNoPageIsTold()
    {
        var page = await RenderAsync(ReportSamples.Of("lcp", 100) with { PageId = null }, ReportSamples.Of("lcp", 100) with { PageId = null, PageUrl = null });

        Assert.Equal(["/cart?…", "no page told"], page.QuerySelectorAll("a > :nth-child(3)").Select(cell => cell.TextContent));
    }

    [Fact]
    public async Task Panel_WithoutExamples_HasNoRow() => Assert.Empty((await RenderAsync()).QuerySelectorAll("a"));

    [Theory]
    [MemberData(nameof(HostileTelemetry.Texts), MemberType = typeof(HostileTelemetry))]
    public async Task Example_OfHostileTelemetry_IsTextAndLeadsToTheSession(string text)
    {
        var page = await RenderAsync(ReportSamples.Of("lcp", 100, session: text) with { PageId = text, PageUrl = text });

        HostileTelemetry.AssertShownAsText(page, text);
        var address = new Uri(new Uri("http://localhost"), page.QuerySelector(".evidence > a")!.GetAttribute("href"));
        Assert.Equal(("localhost", text), (address.Host, Uri.UnescapeDataString(address.AbsolutePath.Split('/')[^1])));
    }

    private async Task<IHtmlDocument> RenderAsync(params ImmutableArray<FaroVitalReport> examples)
    {
        await _portal.RenderAsync<EvidencePanel>(("Examples", examples), ("Filter", new ViewFilter { App = "shop-web" }), ("App", "shop-web"));
        Assert.Empty(_portal.Renderer.Unhandled);
        return await _portal.Renderer.DocumentAsync();
    }
}
