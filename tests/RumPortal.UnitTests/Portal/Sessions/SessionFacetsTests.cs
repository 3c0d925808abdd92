using System.Collections.Immutable;
using AngleSharp.Dom;
using RumPortal.Domain.Sessions;
using RumPortal.Portal.Components.Filters;
using RumPortal.Portal.Features.Sessions;

namespace RumPortal.UnitTests.Portal.Sessions;

public sealed class SessionFacetsTests : IAsyncLifetime
{
    private readonly PortalComponents _portal = new();

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => _portal.DisposeAsync();

    [Fact]
    public async Task Facets_OfLoadedSessions_AreLinksThatAddTheirFilter()
    {
        var document = await RenderAsync("app=shop-web&user=ada&sort=errors", [Facet("browser_name", "Browser", ("Arc", 3), ("Edge", 1))], loaded: 4);

        Assert.Equal(["Browser", "Signals"], document.QuerySelectorAll("h3").Select(title => title.TextContent));
        Assert.Equal(
        [
            ("Arc 3", "/sessions?app=shop-web&filter=browser_name:Arc&user=ada&sort=errors", "false"), ("Edge 1", "/sessions?app=shop-web&filter=browser_name:Edge&user=ada&sort=errors", "false"),
            ("has an error", "/sessions?app=shop-web&filter=kind:exception&user=ada&sort=errors", "false"),
            ("has a poor vital", "/sessions?app=shop-web&filter=context_rating:poor&user=ada&sort=errors", "false"),
        ], Boxes(document));
        Assert.Equal("Counts are of the 4 sessions loaded so far, not of all in the range.", document.QuerySelector(".facets-note")!.TextContent);
        Assert.Null(document.QuerySelector(".facets-head a"));
    }

    [Fact]
    public async Task Facets_ThatAreOn_AreCheckedAndLinkToTheirRemoval()
    {
        var document = await RenderAsync("environment=production&filter=browser_name:Arc&filter=kind:exception", [Facet("app_environment", "Environment", ("production", 2), ("staging", 1)), Facet("browser_name", "Browser", ("Arc", 3))]);

        Assert.Equal(
        [
            ("production 2", "/sessions?filter=browser_name:Arc&filter=kind:exception", "true"), ("staging 1", "/sessions?environment=staging&filter=browser_name:Arc&filter=kind:exception", "false"),
            ("Arc 3", "/sessions?environment=production&filter=kind:exception", "true"),
            ("has an error", "/sessions?environment=production&filter=browser_name:Arc", "true"),
            ("has a poor vital", "/sessions?environment=production&filter=browser_name:Arc&filter=kind:exception&filter=context_rating:poor", "false"),
        ], Boxes(document));
        Assert.Equal(("Clear 2", "/sessions?environment=production"), (document.QuerySelector(".facets-head a")!.TextContent, document.QuerySelector(".facets-head a")!.GetAttribute("href")));
        Assert.Equal(3, document.QuerySelectorAll(".facet.on svg").Length);
    }

    [Fact]
    public async Task Facets_OfNoSessions_OfferTheSignalsAlone()
    {
        var document = await RenderAsync("", []);

        Assert.Equal(["Signals"], document.QuerySelectorAll("h3").Select(title => title.TextContent));
        Assert.Null(document.QuerySelector(".facets-note"));
    }

    [Theory]
    [MemberData(nameof(HostileTelemetry.Texts), MemberType = typeof(HostileTelemetry))]
    public async Task Facets_OfHostileTelemetry_ShowTextAndFilterByIt(string text)
    {
        var value = text[..Math.Min(text.Length, 1024)];

        var document = await RenderAsync("", [Facet("browser_name", "Browser", (value, 1)), Facet("app_environment", "Environment", (value[..Math.Min(value.Length, 256)], 1))]);

        HostileTelemetry.AssertShownAsText(document, value);
        var address = new Uri(new Uri("http://localhost"), document.QuerySelector("a.facet")!.GetAttribute("href"));
        Assert.Equal(value, ViewFilter.Parse(QueryReader.Of(address)).Filters.Single().Value);
        Assert.Empty(_portal.Renderer.Unhandled);
    }

    private async Task<IDocument> RenderAsync(string query, ImmutableArray<SessionFacet> facets, int loaded = 0)
    {
        var reader = new QueryReader(query);
        await _portal.RenderAsync<SessionFacets>(("State", SessionListState.Parse(ViewFilter.Parse(reader), reader)), ("Facets", facets), ("Loaded", loaded));
        return await _portal.Renderer.DocumentAsync();
    }

    private static SessionFacet Facet(string key, string title, params (string Value, int Sessions)[] values) =>
        new(key, title, [.. values.Select(value => new FacetValue(value.Value, value.Sessions))]);

    private static List<(string Text, string? Address, string? IsOn)> Boxes(IDocument document) =>
        [.. document.QuerySelectorAll("a[role=checkbox]").Select(box => (string.Join(' ', box.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)), box.GetAttribute("href"), box.GetAttribute("aria-checked")))];
}
