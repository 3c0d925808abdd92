using System.Text.RegularExpressions;
using Microsoft.Playwright;
using RumPortal.EndToEndTests.Browsing;
using RumPortal.EndToEndTests.Demo;
using RumPortal.EndToEndTests.Pages;
using RumPortal.Testing.Portals;

namespace RumPortal.EndToEndTests;

/// <summary>Who looks decides what is seen: the switch of role and team, apps of other teams, names of users.</summary>
[Collection<ShopTests>]
public sealed class ViewerTests(Chromium chromium, DemoStack demo, ShopSession session) : BrowserTest(chromium)
{
    [Fact]
    public async Task TeamMember_AfterTheSwitch_SeesTheTeamsAppOnlyAndNoNames()
    {
        var page = (await VisitAsync(demo.PortalVisit)).Page;
        await page.OpenAsync($"/sessions/shop-web/{session.Id}?from=now-1h");
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = session.User })).ToBeVisibleAsync();

        await page.Locator("summary[title=Admin]").ClickAsync();
        await page.Locator("select[name=role]").SelectOptionAsync("Viewer");
        await page.Locator("select[name=team]").SelectOptionAsync(PortalSetup.DocumentationTeam);
        await page.GetByRole(AriaRole.Button, new() { Name = "Look as this person" }).ClickAsync();

        await Assertions.Expect(page.Locator($"summary[title='{PortalSetup.DocumentationTeam} team']")).ToBeVisibleAsync();
        await Assertions.Expect(page).ToHaveURLAsync(PortalPages.AddressOfSession(session.Id));
        await Assertions.Expect(page.Panel("Timeline").GetByRole(AriaRole.Alert)).ToContainTextAsync("Your teams do not own an app named 'shop-web'.");
        await Assertions.Expect(page.Locator("body")).Not.ToContainTextAsync(session.User);

        await page.OpenAsync("/");
        // One row for each environment that a visitor was in.
        Assert.Equal(["docs-site"], (await page.Panel("Apps").Locator("tbody .cell-link").AllInnerTextsAsync()).Distinct());
        await page.OpenAsync("/sessions");
        Assert.All(await page.Sessions().Locator(".cell-link").AllInnerTextsAsync(), name => Assert.Matches(new Regex("^(visitor [0-9a-f]{6}|anonymous)$"), name));
        Assert.NotEqual(0, await page.Sessions().CountAsync());
        Assert.Empty(demo.Portal.Faults);
    }
}
