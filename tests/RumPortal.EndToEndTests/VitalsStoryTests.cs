using System.Text.RegularExpressions;
using Microsoft.Playwright;
using RumPortal.Domain.Apps;
using RumPortal.EndToEndTests.Browsing;
using RumPortal.EndToEndTests.Demo;
using RumPortal.EndToEndTests.Pages;
using RumPortal.Portal.Auth;
using RumPortal.Testing.Portals;

namespace RumPortal.EndToEndTests;

/// <summary>What the page of web vitals is for: someone who knows nothing learns where the newest release is slow, and sees it happen.</summary>
[Collection<VitalsTests>]
public sealed class VitalsStoryTests(Chromium chromium, RecordedVisitors visitors) : BrowserTest(chromium)
{
    private const string Arc = "118 in Arc on Mac OS 10.15.7";

    [Fact]
    public async Task Newcomer_InThreeClicks_LearnsOfTheWorstCellAndMeetsOneOfItsUsers()
    {
        var page = (await VisitAsync(visitors.PortalVisit)).Page;
        var vitals = new VitalsView(page);
        await JoinStorefrontAsync(page);
        await page.OpenAsync("/");

        await page.GetByRole(AriaRole.Navigation, new() { Name = "Main" }).GetByRole(AriaRole.Link, new() { Name = "Web vitals" }).ClickAsync();
        await Assertions.Expect(page).ToHaveURLAsync(new Regex("/vitals\\?(.*&)?app=shop-web"));
        await vitals.WaitForChartsAsync();
        await Assertions.Expect(vitals.WorstCell).ToContainTextAsync($"{Arc} is the worst cell");
        await Assertions.Expect(vitals.WorstCell).ToContainTextAsync(new Regex(@"p75 [4-9]\.\d\d s, \d\d(\.\d)? % poor\. n \d{2,}\."));

        await page.Panel(VitalsView.Cube).GetByRole(AriaRole.Link, new() { Name = "Sessions of this cell" }).ClickAsync();
        await Assertions.Expect(page).ToHaveURLAsync(new Regex("/sessions\\?.*version=118"));
        await page.WaitForPanelsAsync();
        Assert.Equal(["browser = Arc", "OS = Mac OS 10.15.7"], await ChipsAsync(page));

        await page.Sessions().First.Locator(".cell-link").ClickAsync();
        await Assertions.Expect(new Timeline(page).Rows.First).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("Arc");
        Assert.Empty(visitors.Portal.Faults);
    }

    [Fact]
    public async Task Evidence_OpenedAtAReport_SelectsThatVitalInTheTimeline()
    {
        var page = (await VisitAsync(visitors.PortalVisit)).Page;
        var vitals = new VitalsView(page);
        await vitals.OpenAsync(RecordedVisitors.Address("&filter=app_version:118&filter=browser_name:Arc"));
        var slowest = vitals.Evidence.Last;
        var value = await slowest.Locator("b").InnerTextAsync();
        await Assertions.Expect(slowest.Locator("svg")).ToHaveAttributeAsync("aria-label", "poor");

        await slowest.ClickAsync();
        await Assertions.Expect(page).ToHaveURLAsync(new Regex("/sessions/shop-web/[^/?]+\\?"));
        await page.WaitForPanelsAsync();
        var timeline = new Timeline(page);
        await Assertions.Expect(timeline.Selected).ToHaveAttributeAsync("data-type", "vital");
        await Assertions.Expect(timeline.Selected).ToContainTextAsync("LCP");
        await Assertions.Expect(timeline.Selected).ToContainTextAsync(value);
        await Assertions.Expect(timeline.Selected).ToBeInViewportAsync();
    }

    [Fact]
    public async Task CellOfTheCube_Clicked_ListsTheSessionsOfItsMeasurements()
    {
        var page = (await VisitAsync(visitors.PortalVisit)).Page;
        await new VitalsView(page).OpenAsync(RecordedVisitors.Address());
        var cell = page.Panel(VitalsView.Cube).GetByTitle(new Regex("^117 in Firefox on Linux"));

        await cell.ClickAsync();
        await Assertions.Expect(page).ToHaveURLAsync(new Regex("/sessions\\?.*version=117"));
        await page.WaitForPanelsAsync();
        Assert.Equal(["browser = Firefox", "OS = Linux unknown"], await ChipsAsync(page));
        Assert.NotEqual(0, await page.Sessions().CountAsync());
    }

    /// <summary>A member of the team that owns the shop, who has no other app.</summary>
    private Task JoinStorefrontAsync(IPage page) => page.Context.AddCookiesAsync(
        [new() { Name = DevelopmentViewer.Cookie, Value = Uri.EscapeDataString(new DevelopmentViewer(ViewerRole.Viewer, PortalSetup.StorefrontTeam).ToCookie()), Url = visitors.Portal.Url.AbsoluteUri }]);

    private static async Task<IEnumerable<string>> ChipsAsync(IPage page) =>
        (await page.Locator(".filter-chips .chip").AllInnerTextsAsync()).Select(text => Regex.Replace(text, @"\s+", " ").Trim());
}
