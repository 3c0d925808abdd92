using System.Text.RegularExpressions;
using Microsoft.Playwright;
using RumPortal.EndToEndTests.Browsing;
using RumPortal.EndToEndTests.Demo;
using RumPortal.EndToEndTests.Pages;

namespace RumPortal.EndToEndTests;

/// <summary>What the portal is for: a real browser with the real SDK was in the shop, and a product manager reads what its user did.</summary>
public sealed class MainJobTests(Chromium chromium, DemoStack demo, ShopSession session) : BrowserTest(chromium), IClassFixture<ShopSession>
{
    [Fact]
    public async Task ShopSession_FoundByUser_TellsWhatTheUserDidInOrder()
    {
        var page = (await VisitAsync(demo.PortalVisit)).Page;
        await page.OpenAsync("/sessions");
        await page.Keyboard.PressAsync("/");
        await page.Keyboard.TypeAsync(session.User);
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page).ToHaveURLAsync(new Regex("user="));
        await Assertions.Expect(page.Sessions()).ToHaveCountAsync(1);
        await page.Sessions().GetByRole(AriaRole.Link, new() { Name = session.User }).ClickAsync();

        await Assertions.Expect(page).ToHaveURLAsync(PortalPages.AddressOfSession(session.Id));
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = session.User })).ToBeVisibleAsync();
        await page.WaitForPanelsAsync();
        var events = await new Timeline(page).ReadAsync();

        AssertInOrder(
            events,
            ("page-view", "/"), ("action", "sign-in"), ("request", "/api/customers/sign-in"), ("page-view", "search"), ("request", "/api/search"),
            ("page-view", "product"), ("action", "add-to-cart"), ("page-view", "/cart"), ("page-view", "/trouble"), ("action", "api-503"),
            ("request", "/api/trouble/status/503"), ("error", "TypeError: Cannot read properties of undefined"), ("page-view", "/"));
        // Around midnight too: the difference of two times of day is never negative.
        Assert.All(events.Zip(events.Skip(1)), pair => Assert.True(pair.Second.Time - pair.First.Time < TimeSpan.FromHours(12), $"{pair.First} stands before {pair.Second}"));
        Assert.Superset(new HashSet<string> { "TTFB", "FCP", "LCP", "CLS", "INP" }, events.Where(e => e.Type == "vital").Select(e => e.Title.Split(' ')[0]).ToHashSet());
    }

    private static void AssertInOrder(IReadOnlyList<EventLine> events, params (string Type, string Words)[] expected)
    {
        var at = -1;
        foreach (var (type, words) in expected)
        {
            at = Enumerable.Range(at + 1, events.Count - at - 1).FirstOrDefault(i => events[i].Is(type, words), -1);
            Assert.True(at >= 0, $"There is no {type} «{words}» where it should be in:\n{string.Join('\n', events)}");
        }
    }
}
