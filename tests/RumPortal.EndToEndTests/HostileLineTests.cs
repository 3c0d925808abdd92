using Microsoft.Playwright;
using RumPortal.EndToEndTests.Browsing;
using RumPortal.EndToEndTests.Lines;
using RumPortal.EndToEndTests.Pages;

namespace RumPortal.EndToEndTests;

/// <summary>
/// Telemetry is what strangers sent: it is shown as text and does nothing. Markup that got into a page would show itself as an alarm of the
/// visit: a refused inline script, a picture that is not there, a request to another host.
/// </summary>
public sealed class HostileLineTests(Chromium chromium, HostileLines lines) : BrowserTest(chromium), IClassFixture<HostileLines>
{
    [Theory]
    [InlineData("/")]
    [InlineData("/sessions?from=now-1h")]
    [InlineData("/sessions/shop-web/hostile0001?from=now-1h")]
    [InlineData("/users/{markup}?from=now-1h")]
    [InlineData("/sessions?from=now-1h&app={markup}&user={markup}&filter=user_id:{markup}&filter={markup}&tz={markup}")]
    [InlineData("/sessions/{markup}/{markup}?find={markup}&t={markup}&show={markup}&from={markup}")]
    public async Task Markup_OnAnyPage_IsShownAsText(string path)
    {
        var page = (await VisitAsync(lines.PortalVisit)).Page;
        await page.OpenAsync(path.Replace("{markup}", Uri.EscapeDataString(HostileLines.Markup), StringComparison.Ordinal));

        await Assertions.Expect(page.Locator("body")).ToContainTextAsync("<img src=x onerror=window.canary=1>");
        await AssertHarmlessAsync(page);
    }

    [Fact]
    public async Task EachHostileLine_Selected_ShowsItsFieldsAndTheCircuitLives()
    {
        var page = (await VisitAsync(lines.PortalVisit)).Page;
        await page.OpenAsync($"/sessions/{HostileLines.App}/{HostileLines.Session}?from=now-1h");
        var timeline = new Timeline(page);
        var count = await timeline.Rows.CountAsync();
        Assert.True(count >= 10, $"{count} rows");
        for (var i = 0; i < count; i++)
        {
            var title = await timeline.Rows.Nth(i).Locator("b").InnerTextAsync();
            await timeline.Rows.Nth(i).ClickAsync();
            await Assertions.Expect(timeline.Detail.GetByRole(AriaRole.Heading)).ToHaveTextAsync(title);
        }

        await page.Keyboard.PressAsync("r");
        await page.WaitForPanelsAsync();
        await Assertions.Expect(timeline.Rows).ToHaveCountAsync(count);
        await AssertHarmlessAsync(page);
    }

    private async Task AssertHarmlessAsync(IPage page)
    {
        Assert.False(await page.EvaluateAsync<bool>("() => 'canary' in window"), "A script of the telemetry ran.");
        Assert.Equal(0, await page.Locator("iframe, script:not([src]), img[src=x]").CountAsync());
        await Assertions.Expect(page.Locator("#blazor-error-ui")).ToBeHiddenAsync();
        Assert.Empty(lines.Portal.Faults);
    }
}
