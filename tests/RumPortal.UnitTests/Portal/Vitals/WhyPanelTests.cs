using AngleSharp.Html.Dom;
using RumPortal.Domain.Faro;
using RumPortal.Domain.Vitals.Attribution;
using RumPortal.Portal.Features.Vitals;
using RumPortal.UnitTests.Vitals.Attribution;

namespace RumPortal.UnitTests.Portal.Vitals;

public sealed class WhyPanelTests : IAsyncLifetime
{
    private readonly PortalComponents _portal = new();

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => _portal.DisposeAsync();

    [Fact]
    public async Task Panel_OfAttributedReports_ListsPartsAndElements()
    {
        var page = await RenderAsync(
            "lcp", isOfAll: false,
            ReportSamples.Of("lcp", 3500, "img.hero", parts: [("time_to_first_byte", 300), ("resource_load_delay", 0)]), ReportSamples.Of("lcp", 3500), ReportSamples.Of("lcp", 100));

        Assert.Equal(["time to first byte", "resource load delay"], page.QuerySelectorAll("tr td:first-child").Select(cell => cell.TextContent));
        Assert.Equal("Elements by what they cost beyond 2.5 s", page.QuerySelector("h3")!.TextContent);
        Assert.Equal(["img.hero50 %"], page.QuerySelectorAll(".blame").Select(row => row.TextContent));
        Assert.Equal("width:50%", page.QuerySelector(".blame i")!.GetAttribute("style"));
        Assert.Equal(
            "Attribution on 33.3 % of the newest 3 reports. The parts are percentiles each and do not add up to the whole.", page.QuerySelector("p")!.TextContent);
    }

    [Fact]
    public async Task Panel_OfInteractions_NamesLongScripts()
    {
        var page = await RenderAsync("inp", isOfAll: true, ReportSamples.Of("inp", 300, "button", script: ReportSamples.Script(250, "https://a.test/a.js")));

        Assert.Equal("https://a.test/a.js250 ms in 1", page.QuerySelectorAll(".blame")[^1].TextContent);
        Assert.Equal("Attribution on 100 % of all 1 reports.", page.QuerySelector("p")!.TextContent);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    public async Task Panel_WithoutAttribution_SaysHowThatComes(int reports)
    {
        var page = await RenderAsync("lcp", isOfAll: true, [.. Enumerable.Repeat(ReportSamples.Of("lcp", 3500), reports)]);

        Assert.StartsWith($"None of the {reports} reports names a cause.", page.QuerySelector("p")!.TextContent, StringComparison.Ordinal);
        Assert.Empty(page.QuerySelectorAll(".blame, .parts"));
    }

    [Theory]
    [MemberData(nameof(HostileTelemetry.Texts), MemberType = typeof(HostileTelemetry))]
    public async Task Panel_OfHostileTelemetry_IsText(string text)
    {
        var page = await RenderAsync("inp", isOfAll: true, ReportSamples.Of("inp", 3500, text, script: ReportSamples.Script(double.MaxValue, text), parts: [("input_delay", double.MaxValue)]));

        HostileTelemetry.AssertShownAsText(page, text);
        Assert.Equal([text, text], page.QuerySelectorAll(".blame").Select(row => row.GetAttribute("title")));
    }

    private async Task<IHtmlDocument> RenderAsync(string vital, bool isOfAll, params FaroVitalReport[] reports)
    {
        await _portal.RenderAsync<WhyPanel>(("Why", VitalAttribution.Of(reports, vital)), ("IsOfAll", isOfAll));
        Assert.Empty(_portal.Renderer.Unhandled);
        return await _portal.Renderer.DocumentAsync();
    }
}
