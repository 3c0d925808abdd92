using System.Text.RegularExpressions;
using Microsoft.Playwright;
using RumPortal.EndToEndTests.Browsing;
using RumPortal.EndToEndTests.Demo;
using RumPortal.EndToEndTests.Pages;

namespace RumPortal.EndToEndTests;

/// <summary>One click in a real browser is one trace through ingress and services, opened from the session and leading back to it.</summary>
[Collection<ShopTests>]
public sealed class TraceStoryTests(Chromium chromium, DemoStack demo, ShopSession session) : BrowserTest(chromium)
{
    private static readonly Regex Payment = new("/payment");

    [Fact]
    public async Task Payment_OpenedFromItsSession_IsOneTraceFromBrowserToDatabaseAndLeadsBack()
    {
        var page = (await VisitAsync(demo.PortalVisit)).Page;
        await page.OpenAsync($"/sessions/shop-web/{session.Id}?from=now-1h&show=request&find=payment");
        await page.WaitForPanelsAsync();
        await page.GetByRole(AriaRole.Link, new() { NameRegex = new Regex("^Trace of POST .*payment") }).First.ClickAsync();

        await Assertions.Expect(page).ToHaveURLAsync(new Regex("/traces/[0-9a-f]{32}\\?span=[0-9a-f]{16}"));
        var rows = page.GetByRole(AriaRole.Treeitem);
        foreach (var service in new[] { "shop-web", "ingress", "shop-api", "payment-api" })
            await Assertions.Expect(rows.Filter(new() { HasText = service }).First).ToBeVisibleAsync();
        await Assertions.Expect(rows.Filter(new() { HasTextRegex = Payment }).First).ToBeVisibleAsync();

        await page.GetByRole(AriaRole.Link, new() { NameRegex = new Regex("^session of") }).ClickAsync();
        await Assertions.Expect(page).ToHaveURLAsync(new Regex($"/sessions/shop-web/{Regex.Escape(session.Id)}\\?.*at="));
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = session.User })).ToBeVisibleAsync();
        await Assertions.Expect(new Timeline(page).Selected).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Payment_SearchedBySession_IsAmongTheTracesAndOnTheMap()
    {
        var page = (await VisitAsync(demo.PortalVisit)).Page;
        await page.OpenAsync($"/traces?app=shop-web&from=now-1h&session={session.Id}&route=payment");

        var row = page.Panel("Found traces").Locator("tbody tr").Filter(new() { HasTextRegex = Payment });
        await Assertions.Expect(row.First).ToBeVisibleAsync();
        await Assertions.Expect(row.First).ToContainTextAsync(session.User);

        await page.GetByRole(AriaRole.Link, new() { Name = "Service map" }).ClickAsync();
        var map = page.Panel("Service map");
        foreach (var node in new[] { "shop-web", "ingress", "shop-api", "payment-api" })
            await Assertions.Expect(map.Locator(".node").Filter(new() { HasText = node }).First).ToBeVisibleAsync();
    }
}
