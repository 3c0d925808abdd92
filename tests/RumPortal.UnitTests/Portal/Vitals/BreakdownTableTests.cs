using AngleSharp.Dom;
using RumPortal.Domain.Querying;
using RumPortal.Domain.Vitals;
using RumPortal.Portal.Features.Vitals;
using RumPortal.UnitTests.Vitals;

namespace RumPortal.UnitTests.Portal.Vitals;

public sealed class BreakdownTableTests : IAsyncLifetime
{
    private static readonly VitalsPageState State = VitalsPageState.Default with { By = "browser_name" };

    private readonly PortalComponents _portal = new();

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => _portal.DisposeAsync();

    [Fact]
    public async Task Row_OfEnoughSamples_SaysWhatWorkOnItWouldBring()
    {
        var row = (await RenderAsync(("Arc", Measurements.Lcp(20, 0, 80)), ("Chrome", Measurements.Lcp(100, 0, 0))))[0];

        Assert.Equal(["Arc", "100", "5.49 s", "", "", "55"], row.Children.Select(cell => cell.TextContent.Trim()));
        Assert.NotNull(row.QuerySelector(".rating.poor"));
        Assert.Equal("width:100%", row.QuerySelector(".opportunity b")!.GetAttribute("style"));
        Assert.Equal("/vitals?filter=browser_name:Arc&by=browser_name", row.QuerySelector("a")!.GetAttribute("href"));
    }

    [Fact]
    public async Task Row_OfFewSamples_IsGreyLastAndNotRated()
    {
        var rows = await RenderAsync(("Arc", Measurements.Lcp(0, 0, 29)), ("Chrome", Measurements.Lcp(100, 0, 0)));

        Assert.Equal(["Chrome", "Arc"], rows.Select(row => row.QuerySelector("a")!.TextContent));
        Assert.Equal(["Arc", "29", "– 5.55 s", "", "below 30 samples", "n/a"], rows[1].Children.Select(cell => cell.TextContent.Trim()));
        Assert.Empty(rows[1].QuerySelectorAll(".rating, .share-bar"));
    }

    [Fact]
    public async Task Row_WithoutTheKey_IsNamedAndCannotBeFilteredBy()
    {
        var row = Assert.Single(await RenderAsync(("", Measurements.Lcp(100, 0, 0))));

        Assert.Equal(("(none)", "/vitals?by=browser_name"), (row.QuerySelector("a")!.TextContent, row.QuerySelector("a")!.GetAttribute("href")));
    }

    [Fact]
    public async Task Head_OfTheChosenOrder_SaysSo()
    {
        await RenderAsync(("Arc", Measurements.Lcp(100, 0, 0)));

        var sorted = (await _portal.Renderer.DocumentAsync()).QuerySelectorAll("th[aria-sort]");
        Assert.Equal(["↓ Opportunity"], sorted.Select(head => head.TextContent.Trim()));
    }

    [Theory]
    [MemberData(nameof(HostileTelemetry.Texts), MemberType = typeof(HostileTelemetry))]
    public async Task Row_OfHostileTelemetry_IsTextAndLeadsToItsFilter(string text)
    {
        var row = Assert.Single(await RenderAsync((text, Measurements.Lcp(100, 0, 0))));

        HostileTelemetry.AssertShownAsText(await _portal.Renderer.DocumentAsync(), text);
        Assert.Equal(text, row.QuerySelector("td")!.GetAttribute("title"));
        var address = new Uri(new Uri("http://localhost"), row.QuerySelector("a")!.GetAttribute("href"));
        Assert.Equal(("localhost", "/vitals"), (address.Host, address.AbsolutePath));
        Assert.Equal(text.Length <= MetadataFilter.LongestValue, Uri.UnescapeDataString(address.Query).Contains($"filter=browser_name:{text}", StringComparison.Ordinal));
    }

    private async Task<IReadOnlyList<IElement>> RenderAsync(params (string Name, IEnumerable<double> Values)[] browsers)
    {
        var groups = VitalGroups.By(browsers.SelectMany(browser => Measurements.Rows(Measurements.Labels(("browser_name", browser.Name)), "lcp", browser.Values)), "browser_name");
        await _portal.RenderAsync<BreakdownTable>(("Rows", BreakdownRow.Of(groups, null, "lcp", 0.75, State.Sort)), ("State", State));
        Assert.Empty(_portal.Renderer.Unhandled);
        return [.. (await _portal.Renderer.DocumentAsync()).QuerySelectorAll("tbody tr")];
    }
}
