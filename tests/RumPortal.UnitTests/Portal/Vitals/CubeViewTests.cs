using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using RumPortal.Domain.Querying;
using RumPortal.Domain.Vitals;
using RumPortal.Portal.Features.Vitals;
using RumPortal.UnitTests.Vitals;

namespace RumPortal.UnitTests.Portal.Vitals;

public sealed class CubeViewTests : IAsyncLifetime
{
    private readonly PortalComponents _portal = new();

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => _portal.DisposeAsync();

    [Fact]
    public async Task Cube_OfAReleaseGoneWrong_NamesItsCell()
    {
        var page = await RenderAsync(
            Cell("117", "Arc", "Mac OS", 100, 0, 0), Cell("118", "Arc", "Mac OS", 10, 10, 80), Cell("118", "Arc", "Windows", 50, 0, 0), Cell("118", "Chrome", "Mac OS", 400, 0, 0));

        Assert.Equal("118 in Arc on Mac OS is the worst cell", page.QuerySelector(".note.poor b")!.TextContent);
        Assert.Equal("p75 5.49 s, 1.25 s with 117 in the same browser and OS, 80 % poor. n 100.", page.QuerySelector(".note .num")!.TextContent);
        Assert.Equal("/sessions?version=118&filter=browser_name:Arc&filter=browser_os:Mac%20OS", page.QuerySelector("a.btn.primary")!.GetAttribute("href"));
        Assert.Equal(["118 · Arc · Mac OS"], page.QuerySelectorAll(".ranking .rating").Select(cell => cell.TextContent.Trim()));
        Assert.Equal("+4.24 s", page.QuerySelector(".ranking .delta.worse")!.TextContent);
    }

    [Fact]
    public async Task Table_OfACube_HasNewestVersionsFirstAndAPartForEachSystem()
    {
        var page = await RenderAsync(
            Cell("117", "Arc", "Mac OS", 100, 0, 0), Cell("118", "Arc", "Mac OS", 10, 10, 80), Cell("118", "Arc", "Windows", 0, 0, 29), Cell("118", "Chrome", "Mac OS", 1500, 0, 0));

        Assert.Equal(["Chrome", "Arc"], page.QuerySelectorAll("th[scope=colgroup]").Select(head => head.TextContent));
        Assert.Equal(["Mac OS", "Mac OS", "Windows"], page.QuerySelectorAll("th[scope=col]").Select(head => head.TextContent));
        Assert.Equal(["118 94 %", "117 6 %"], page.QuerySelectorAll("th[scope=row]").Select(head => head.TextContent.Trim()));
        Assert.Equal(["good", "poor worst", "few", "none", "good", "none"], page.QuerySelectorAll("tbody td").Select(cell => cell.ClassName));
        Assert.Equal(["1.5k", "100", "29", "100"], page.QuerySelectorAll("tbody .n").Select(count => count.TextContent));
        Assert.Equal("118 in Arc on Windows: p75 5.55 s, n 29", page.QuerySelector("td.few a")!.GetAttribute("title"));
    }

    [Fact]
    public async Task Cube_OfFewSamples_RanksNothing()
    {
        var page = await RenderAsync(Cell("118", "Arc", "Mac OS", 0, 0, 29));

        Assert.Equal("No cell has 30 samples: widen the range or clear a filter.", page.QuerySelector(".cube-side .note")!.TextContent);
        Assert.Empty(page.QuerySelectorAll("a.btn, .ranking, tbody .rating"));
    }

    [Fact]
    public async Task Cube_OfNothing_IsEmpty() => Assert.Empty((await RenderAsync()).QuerySelectorAll("tbody tr, a"));

    [Fact]
    public async Task Cube_WithTheComparedPeriod_SaysWhatTheCellMoved()
    {
        var page = await RenderAsync([Cell("118", "Arc", "Mac OS", 20, 0, 80), Cell("118", "Chrome", "Mac OS", 100, 0, 0)], [Cell("118", "Arc", "Mac OS", 100, 0, 0), Cell("118", "Chrome", "Mac OS", 100, 0, 0)]);

        Assert.EndsWith("It moved the share of poor page views by +40.0 of +40.0 points.", page.QuerySelector(".note .num")!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(HostileTelemetry.Texts), MemberType = typeof(HostileTelemetry))]
    public async Task Cube_OfHostileTelemetry_IsTextAndLeadsToTheSessions(string text)
    {
        var page = await RenderAsync(Cell("1", text, text, 100, 0, 0), Cell(text, text, text, 10, 10, 80));

        HostileTelemetry.AssertShownAsText(page, text);
        Assert.Contains(page.QuerySelectorAll("th[scope=row]"), head => head.TextContent.StartsWith(text, StringComparison.Ordinal));
        Assert.All(page.QuerySelectorAll("a"), link => Assert.Matches("^/(sessions|vitals)(\\?|$)", link.GetAttribute("href")!));
    }

    private static IEnumerable<DensityRow> Cell(string version, string browser, string os, int good, int middle, int poor) => Measurements.Rows(
        Measurements.Labels(("app_version", version), ("browser_name", browser), ("browser_os", os)), "lcp", Measurements.Lcp(good, middle, poor));

    private Task<IHtmlDocument> RenderAsync(params IEnumerable<DensityRow>[] cells) => RenderAsync(cells, null);

    private async Task<IHtmlDocument> RenderAsync(IEnumerable<IEnumerable<DensityRow>> now, IEnumerable<IEnumerable<DensityRow>>? before)
    {
        await _portal.RenderAsync<CubeView>(("Now", Groups(now)), ("Before", before is null ? null : Groups(before)), ("State", VitalsPageState.Default));
        Assert.Empty(_portal.Renderer.Unhandled);
        return await _portal.Renderer.DocumentAsync();
    }

    private static VitalGroups Groups(IEnumerable<IEnumerable<DensityRow>> cells) => VitalGroups.By(cells.SelectMany(cell => cell), "app_version", "browser_name", "browser_os");
}
