using Microsoft.Playwright;
using RumPortal.EndToEndTests.Browsing;
using RumPortal.EndToEndTests.Demo;
using RumPortal.EndToEndTests.Pages;

namespace RumPortal.EndToEndTests;

/// <summary>axe-core finds nothing serious on any page, in either theme, on a phone too.</summary>
[Collection<ShopTests>]
public sealed class AccessibilityTests(Chromium chromium, DemoStack demo, ShopSession session) : BrowserTest(chromium)
{
    [Theory]
    [InlineData("light", 1440)]
    [InlineData("dark", 1440)]
    [InlineData("light", 390)]
    public async Task EachPage_CheckedByAxe_HasNoSeriousViolation(string theme, int width)
    {
        var page = (await VisitAsync(demo.PortalVisit with { Dark = theme == "dark", Width = width })).Page;
        var violations = new List<string>();
        foreach (var path in session.Pages)
        {
            await page.OpenAsync(path);
            violations.AddRange(await Axe.CheckAsync(page, path));
        }

        await page.OpenAsync("/sessions");
        await page.Keyboard.PressAsync("t");
        await Assertions.Expect(page.GetByText("Use this range")).ToBeVisibleAsync();
        violations.AddRange(await Axe.CheckAsync(page, "the choice of a time range"));
        await page.Keyboard.PressAsync("Escape");
        await page.Keyboard.PressAsync("?");
        violations.AddRange(await Axe.CheckAsync(page, "the help"));
        Assert.True(violations.Count == 0, string.Join("\n\n", violations));
    }
}
