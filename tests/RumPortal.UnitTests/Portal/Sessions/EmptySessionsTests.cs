using AngleSharp.Dom;
using RumPortal.Portal.Components.Filters;
using RumPortal.Portal.Features.Sessions;

namespace RumPortal.UnitTests.Portal.Sessions;

public sealed class EmptySessionsTests : IAsyncLifetime
{
    private readonly PortalComponents _portal = new();

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => _portal.DisposeAsync();

    [Fact]
    public async Task State_WhereFiltersRemoveAll_OffersToLeaveOutEachOrAll()
    {
        var state = await RenderAsync(new EmptyReason.FilterRemovesAll(), "app=shop-web&filter=browser_name:Arc&filter=!browser_os:Linux&user=ada");

        Assert.Equal("No session matches these filters", state.QuerySelector("h3")!.TextContent);
        Assert.Equal(
        [
            ("Without browser Arc", "/sessions?app=shop-web&filter=!browser_os:Linux&user=ada"), ("Without OS Linux", "/sessions?app=shop-web&filter=browser_name:Arc&user=ada"),
            ("Clear all", "/sessions?app=shop-web"),
        ], Links(state));
    }

    [Fact]
    public async Task State_WithAnEarlierLine_SaysWhenAndLeadsThere()
    {
        var state = await RenderAsync(new EmptyReason.NothingInRange(PortalComponents.Now.AddDays(-2)), "app=shop-web&from=now-15m&to=now");

        Assert.Equal(("Nothing in this range", "The last line came on 18 Nov 2026 10:00:00 (2 d ago)."), (state.QuerySelector("h3")!.TextContent, state.QuerySelector("p")!.TextContent));
        Assert.Equal([("Show that hour", "/sessions?app=shop-web&from=2026-11-18T09:01:00Z&to=2026-11-18T10:01:00Z")], Links(state));
    }

    [Fact]
    public async Task State_WithoutAnyLine_LeadsToTheConnection()
    {
        var state = await RenderAsync(new EmptyReason.NothingInRange(null), "");

        Assert.Equal("No line of the chosen apps was found, nor one in the 30 days before.", state.QuerySelector("p")!.TextContent);
        Assert.Equal([("Check the connection", "/admin")], Links(state));
    }

    [Fact]
    public async Task State_OfLinesWithoutSessions_NamesTheSetting()
    {
        var state = await RenderAsync(new EmptyReason.NoSessionIds(), "");

        Assert.Equal("Lines without sessions", state.QuerySelector("h3")!.TextContent);
        Assert.Contains("sessionTracking.enabled", state.QuerySelector("p")!.TextContent, StringComparison.Ordinal);
        Assert.Empty(Links(state));
    }

    [Theory]
    [MemberData(nameof(HostileTelemetry.Texts), MemberType = typeof(HostileTelemetry))]
    public async Task State_OfHostileFilters_ShowsText(string text)
    {
        var value = text[..Math.Min(text.Length, 1024)];

        await RenderAsync(new EmptyReason.FilterRemovesAll(), new QueryWriter().Add("filter", "browser_name:" + value).ToString());

        HostileTelemetry.AssertShownAsText(await _portal.Renderer.DocumentAsync(), value);
        Assert.Empty(_portal.Renderer.Unhandled);
    }

    private async Task<IElement> RenderAsync(EmptyReason reason, string query)
    {
        var reader = new QueryReader(query);
        await _portal.RenderAsync<EmptySessions>(("Reason", reason), ("State", SessionListState.Parse(ViewFilter.Parse(reader), reader)));
        return (await _portal.Renderer.DocumentAsync()).QuerySelector(".state")!;
    }

    private static List<(string Text, string? Address)> Links(IElement state) => [.. state.QuerySelectorAll("a").Select(link => (link.TextContent, link.GetAttribute("href")))];
}
