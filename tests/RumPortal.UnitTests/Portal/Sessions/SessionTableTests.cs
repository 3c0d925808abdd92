using AngleSharp.Dom;
using RumPortal.Domain.Apps;
using RumPortal.Domain.Faro;
using RumPortal.Domain.Sessions;
using RumPortal.Portal.Components.Filters;
using RumPortal.Portal.Features.Sessions;
using RumPortal.Testing;
using RumPortal.UnitTests.Sessions;

namespace RumPortal.UnitTests.Portal.Sessions;

public sealed class SessionTableTests : IAsyncLifetime
{
    private static readonly SessionRow Ada = new("k3VbN8qLwZ", "shop-web", "production", "118", new Visitor("u-1", "Ada", null), "Arc", "Mac OS", "/cart", FaroLines.Start, true, null);

    private readonly PortalComponents _portal = new();

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => _portal.DisposeAsync();

    [Fact]
    public async Task Row_WithCounters_SaysWhatTheSessionWasLike()
    {
        var row = Assert.Single(await RenderAsync([Ada with { Counters = Counters(errors: 2) }]));

        Assert.Equal(("Ada", "/sessions/shop-web/k3VbN8qLwZ?environment=production"), (row.QuerySelector("a")!.TextContent, row.QuerySelector("a")!.GetAttribute("href")));
        Assert.Equal(("20 Nov 09:00 1 h ago", "2026-11-20 09:00:00.000 +00:00"), (row.QuerySelector(".when")!.TextContent, row.QuerySelector(".when")!.GetAttribute("title")));
        Assert.Equal(["1:40 20 %", "3", "2"], row.QuerySelectorAll("[data-label]").Select(cell => cell.TextContent.Trim()));
        Assert.Equal("2", row.QuerySelector(".count-error")!.TextContent);
        Assert.Equal("Arc · Mac OS", row.QuerySelector(".browser")!.TextContent);
        Assert.Equal("3 page views, 0 actions, 0 requests, 2 errors over time", row.QuerySelector("svg.strip")!.GetAttribute("aria-label"));
        Assert.Null(row.QuerySelector(".app"));
    }

    [Fact]
    public async Task Row_WithPoorVitals_NamesThemBesideTheShapeOfPoor()
    {
        var row = Assert.Single(await RenderAsync([Ada with { Counters = Counters(poor: ["inp", "lcp"]) }]));

        Assert.Equal(["LCP", "INP"], row.QuerySelectorAll(".poor-vitals .rating.poor").Select(mark => mark.TextContent.Trim()));
        Assert.All(row.QuerySelectorAll(".poor-vitals svg"), shape => Assert.Equal(("poor", "path"), (shape.GetAttribute("aria-label"), shape.FirstElementChild!.LocalName)));
    }

    [Theory]
    [InlineData(true, 3)]
    [InlineData(false, 0)]
    public async Task Row_WithoutCounters_WaitsOnlyWhileTheyAreCounted(bool isCounting, int waiting)
    {
        var row = Assert.Single(await RenderAsync([Ada], isCounting: isCounting));

        Assert.Equal(waiting, row.QuerySelectorAll(".pending").Length);
        Assert.Empty(row.QuerySelectorAll("svg.strip, [data-label]"));
        Assert.Equal(8, row.Children.Length);
    }

    [Fact]
    public async Task Row_OfASessionWithoutErrors_CountsNone()
    {
        var row = Assert.Single(await RenderAsync([Ada with { Counters = Counters(errors: 0) }]));

        Assert.Null(row.QuerySelector(".count-error"));
        Assert.Equal("0", row.QuerySelector("[data-label=errors]")!.TextContent);
    }

    [Fact]
    public async Task Row_ToWhoMayNotSeeUsers_HasAPseudonym()
    {
        var rows = await RenderAsync([Ada, Ada with { Id = "other", Visitor = Visitor.Anonymous }], Viewers.Of("shop-web"));

        Assert.Equal(["visitor a24a7f", "anonymous"], rows.Select(row => row.QuerySelector("a")!.TextContent));
    }

    [Fact]
    public async Task Table_OfSeveralApps_NamesTheAppOfEachRow()
    {
        var rows = await RenderAsync([Ada, Ada with { Id = "other", App = "docs-site", Browser = null }], showApp: true);

        Assert.Equal(["shop-web", "docs-site"], rows.Select(row => row.QuerySelector(".app")!.TextContent));
        Assert.Equal(["Arc · Mac OS", "Mac OS"], rows.Select(row => row.QuerySelector(".browser")!.TextContent));
        Assert.Equal((await _portal.Renderer.DocumentAsync()).QuerySelectorAll("thead th").Length, rows[0].Children.Length);
    }

    [Theory]
    [MemberData(nameof(HostileTelemetry.Texts), MemberType = typeof(HostileTelemetry))]
    public async Task Table_OfHostileTelemetry_ShowsTextAndLinksToTheSession(string text)
    {
        var row = Assert.Single(await RenderAsync([new SessionRow(text, text, text, text, new Visitor(text, text, text), text, text, text, FaroLines.Start, true, null)], showApp: true));

        HostileTelemetry.AssertShownAsText(await _portal.Renderer.DocumentAsync(), text);
        Assert.Equal([text, text, text], new[] { ".visitor", ".app" }.Select(cell => row.QuerySelector(cell)!.TextContent).Append(row.QuerySelector(".browser")!.TextContent.Split(" · ")[0]));
        var address = new Uri(new Uri("http://localhost"), row.QuerySelector("a")!.GetAttribute("href"));
        Assert.Equal(["localhost", text, text], [address.Host, .. address.AbsolutePath.Split('/')[^2..].Select(Uri.UnescapeDataString)]);
        Assert.Empty(_portal.Renderer.Unhandled);
    }

    private async Task<IReadOnlyList<IElement>> RenderAsync(IReadOnlyList<SessionRow> sessions, ViewerScope? viewer = null, bool showApp = false, bool isCounting = false)
    {
        await _portal.RenderAsync<SessionTable>(
            ("Sessions", sessions), ("Filter", new ViewFilter { App = "shop-web", Environment = "production" }), ("Scope", viewer ?? Viewers.Admin), ("ShowApp", showApp), ("IsCounting", isCounting));
        return [.. (await _portal.Renderer.DocumentAsync()).QuerySelectorAll("tbody tr")];
    }

    // 100 seconds, of which two windows of ten have lines.
    private static SessionCounters Counters(int errors = 0, params IEnumerable<string> poor)
    {
        var builder = new SessionCountersBuilder(TimeSpan.FromSeconds(10));
        builder.Add(FaroLines.Start.AddSeconds(10), FaroCategory.PageView, 3, null);
        builder.Add(FaroLines.Start.AddSeconds(100), FaroCategory.Error, errors, null);
        builder.Add(FaroLines.Start.AddSeconds(100), FaroCategory.Log, 1, null);
        foreach (var vital in poor) builder.Add(FaroLines.Start.AddSeconds(10), FaroCategory.Vital, 1, vital);
        return builder.Build()!;
    }
}
