using RumPortal.EndToEndTests.Browsing;
using RumPortal.EndToEndTests.Demo;
using RumPortal.EndToEndTests.Pages;

namespace RumPortal.EndToEndTests;

/// <summary>The page of web vitals in both themes, on a wide screen and on a phone.</summary>
[Collection<VitalsTests>]
public sealed class VitalsDisplayTests(Chromium chromium, RecordedVisitors visitors) : BrowserTest(chromium)
{
    [Theory]
    [InlineData("light", 1440)]
    [InlineData("dark", 1440)]
    [InlineData("light", 390)]
    [InlineData("dark", 390)]
    public async Task Vitals_CheckedByAxe_HaveNoSeriousViolationNorSidewaysScroll(string theme, int width)
    {
        var page = (await VisitAsync(visitors.PortalVisit with { Dark = theme == "dark", Width = width })).Page;
        await new VitalsView(page).OpenAsync(RecordedVisitors.Address());

        var violations = await Axe.CheckAsync(page, "/vitals");
        Assert.True(violations.Count == 0, string.Join("\n\n", violations));
        var wide = await page.EvaluateAsync<int>("() => document.documentElement.scrollWidth");
        Assert.True(wide <= width, $"The page is {wide} px wide");
    }
}
