using Microsoft.Playwright;
using RumPortal.EndToEndTests.Browsing;
using RumPortal.EndToEndTests.Demo;
using RumPortal.EndToEndTests.Pages;

namespace RumPortal.EndToEndTests;

/// <summary>Theme, time zone and narrow screens.</summary>
[Collection<ShopTests>]
public sealed class DisplayTests(Chromium chromium, DemoStack demo, ShopSession session) : BrowserTest(chromium)
{
    private const int PhoneWidth = 390;

    [Fact]
    public async Task FirstVisit_TimesAreInTheBrowsersZone_AndTheAddressMayNameAnother()
    {
        var page = (await VisitAsync(demo.PortalVisit with { TimeZone = "America/New_York" })).Page;
        var picker = page.Locator(".time-picker summary");
        var path = $"/sessions/shop-web/{session.Id}?from=now-1h";

        await page.OpenAsync(path);
        await Assertions.Expect(picker).ToContainTextAsync("America/New_York");
        var inNewYork = (await new Timeline(page).ReadAsync())[0];
        await page.OpenAsync($"{path}&tz=Asia/Kolkata");
        await Assertions.Expect(picker).ToContainTextAsync("Asia/Kolkata");
        var inKolkata = (await new Timeline(page).ReadAsync())[0];

        // New York is four or five hours behind UTC, Kolkata five and a half ahead.
        Assert.Contains(inKolkata.Time - inNewYork.Time, new[] { new TimeSpan(9, 30, 0), new TimeSpan(10, 30, 0) });
    }

    [Theory]
    [InlineData("light")]
    [InlineData("dark")]
    public async Task Theme_UntilAnotherIsChosen_FollowsTheSystem(string system)
    {
        var page = (await VisitAsync(demo.PortalVisit with { Dark = system == "dark" })).Page;
        await page.OpenAsync("/");
        await AssertThemeAsync(page, system);

        var button = page.GetByRole(AriaRole.Button, new() { Name = "Theme:" });
        await button.ClickAsync();
        await AssertThemeAsync(page, "light");
        await button.ClickAsync();
        await AssertThemeAsync(page, "dark");
        await page.OpenAsync("/sessions");
        await AssertThemeAsync(page, "dark");
    }

    [Fact]
    public async Task Phone_OnAnyPage_HasAMenuAndNoSidewaysScroll()
    {
        var page = (await VisitAsync(demo.PortalVisit with { Width = PhoneWidth })).Page;
        foreach (var path in session.Pages)
        {
            await page.OpenAsync(path);
            var width = await page.EvaluateAsync<int>("() => document.documentElement.scrollWidth");
            Assert.True(width <= PhoneWidth, $"{path} is {width} px wide");
        }

        var link = page.GetByRole(AriaRole.Navigation, new() { Name = "Main" }).GetByRole(AriaRole.Link, new() { Name = "Apps" });
        await Assertions.Expect(link).Not.ToBeInViewportAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Menu", Exact = true }).ClickAsync();
        await Assertions.Expect(link).ToBeInViewportAsync();
        await link.ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Apps" }).First).ToBeVisibleAsync();
        await Assertions.Expect(link).Not.ToBeInViewportAsync();
    }

    private static async Task AssertThemeAsync(IPage page, string theme)
    {
        await Assertions.Expect(page.Locator("html")).ToHaveAttributeAsync("data-theme", theme);
        // The colour itself, not only its name: the first of the three numbers of "rgb(r, g, b)".
        var red = await page.EvaluateAsync<int>("() => Number(/\\d+/.exec(getComputedStyle(document.body).backgroundColor)[0])");
        Assert.True(theme == "dark" ? red < 64 : red > 192, $"The background of the theme {theme} has {red} of 255 in red.");
    }
}
