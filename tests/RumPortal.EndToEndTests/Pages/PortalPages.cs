using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace RumPortal.EndToEndTests.Pages;

/// <summary>What all pages of the portal have in common.</summary>
internal static class PortalPages
{
    /// <summary>Opens a page and waits until its circuit lives and its panels have been read.</summary>
    public static async Task OpenAsync(this IPage page, string path)
    {
        await page.GotoAsync(path);
        await page.WaitForPanelsAsync();
    }

    /// <summary>Panels read on a live circuit only, so one that is done tells that the page is interactive.</summary>
    public static async Task WaitForPanelsAsync(this IPage page)
    {
        await Assertions.Expect(page.Locator("[data-state]").First).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator("[data-state=loading], [aria-busy=true]")).ToHaveCountAsync(0);
    }

    public static ILocator Panel(this IPage page, string title) => page.Locator("section.panel[data-state]").And(page.GetByLabel(title, new() { Exact = true }));

    /// <summary>The rows of the list of sessions.</summary>
    public static ILocator Sessions(this IPage page) => page.Locator(".sessions-grid tbody tr");

    public static Regex AddressOfSession(string id) => new($"/sessions/[^/]+/{Regex.Escape(id)}(\\?|$)");
}
