using System.Text.RegularExpressions;
using Microsoft.Playwright;
using RumPortal.EndToEndTests.Browsing;
using RumPortal.EndToEndTests.Demo;
using RumPortal.EndToEndTests.Pages;

namespace RumPortal.EndToEndTests;

/// <summary>What the portal is for: a real browser with the real SDK was in the shop, and a product manager reads what its user did.</summary>
[Collection<ShopTests>]
public sealed class MainJobTests(Chromium chromium, DemoStack demo, ShopSession session) : BrowserTest(chromium)
{
    private const string Error = "TypeError: Cannot read properties of undefined";

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
            ("request", "/api/trouble/status/503"), ("error", Error), ("page-view", "/"));
        // Around midnight too: the difference of two times of day is never negative.
        Assert.All(
            events.Zip(events.Skip(1)),
            pair => Assert.True(pair.Second.Time - pair.First.Time < TimeSpan.FromHours(12), $"{pair.First} stands before {pair.Second}"));
        var vitals = events.Where(e => e.Type == "vital").Select(e => e.Title.Split(' ')[0]).ToHashSet();
        Assert.Superset(new HashSet<string> { "TTFB", "FCP", "LCP", "CLS", "INP" }, vitals);
    }

    [Fact]
    public async Task ErrorRow_Selected_ShowsItsLineAndALinkThatLeadsBackToIt()
    {
        var visit = await VisitAsync(demo.PortalVisit);
        await visit.AllowClipboardAsync();
        var (page, timeline) = await OpenSessionAsync(visit, "&show=error");
        await timeline.Rows.Filter(new() { HasText = Error }).ClickAsync();

        await Assertions.Expect(timeline.Detail.GetByRole(AriaRole.Heading, new() { Name = Error })).ToBeVisibleAsync();
        await Assertions.Expect(timeline.Detail.GetByText("browser said")).ToBeVisibleAsync();
        await timeline.Detail.GetByText("Raw line").ClickAsync();
        await Assertions.Expect(timeline.Detail.Locator("pre").Last).ToContainTextAsync("kind=exception type=TypeError");
        await page.Keyboard.PressAsync("c");
        await Assertions.Expect(timeline.Detail.GetByRole(AriaRole.Button, new() { Name = "Copied" })).ToBeVisibleAsync();
        var link = await page.EvaluateAsync<string>("() => navigator.clipboard.readText()");

        Assert.Matches(@"[?&]t=\d+", link);
        Assert.Contains("&show=error", link, StringComparison.Ordinal);
        // With all lanes the row is far down and has to be brought into view.
        await page.OpenAsync(link.Replace("&show=error", "", StringComparison.Ordinal));
        await Assertions.Expect(timeline.Selected).ToContainTextAsync(Error);
        await Assertions.Expect(timeline.Selected).ToBeInViewportAsync();
        await Assertions.Expect(timeline.Detail).ToContainTextAsync(Error);
    }

    [Fact]
    public async Task Timeline_FilteredByLaneAndText_ShowsOnlyWhatMatches()
    {
        var (page, timeline) = await OpenSessionAsync(await VisitAsync(demo.PortalVisit));
        var all = await timeline.ReadAsync();

        await timeline.Lane("Actions").ClickAsync();
        await Assertions.Expect(page).ToHaveURLAsync(new Regex("[?&]show=action(&|$)"));
        await Assertions.Expect(timeline.Rows.Locator("visible=true").First).ToHaveAttributeAsync("data-type", "action");
        Assert.Equal(all.Where(e => e.Type == "action"), await timeline.ReadAsync());

        await page.Keyboard.PressAsync("/");
        await page.Keyboard.TypeAsync("add-to-cart");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(timeline.Rows).ToHaveCountAsync(1);
        await Assertions.Expect(timeline.Rows).ToContainTextAsync("add-to-cart");

        await page.GetByRole(AriaRole.Button, new() { Name = "Show all" }).ClickAsync();
        await Assertions.Expect(timeline.Rows).Not.ToHaveCountAsync(1);
        Assert.Equal(all, await timeline.ReadAsync());
    }

    [Fact]
    public async Task UserPage_OfTheShopUser_ListsTheSession()
    {
        var page = (await VisitAsync(demo.PortalVisit)).Page;
        await page.OpenAsync($"/users/{Uri.EscapeDataString(session.UserId)}");

        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = session.User })).ToBeVisibleAsync();
        await Assertions.Expect(page.Sessions()).ToHaveCountAsync(1);
        await Assertions.Expect(page.Sessions().Locator("a")).ToHaveAttributeAsync("href", PortalPages.AddressOfSession(session.Id));
    }

    [Fact]
    public async Task Keyboard_AloneOnTheListOfSessions_MovesOpensHelpsAndNavigates()
    {
        var page = (await VisitAsync(demo.PortalVisit)).Page;
        await page.OpenAsync("/");
        await page.Keyboard.PressAsync("g");
        await page.Keyboard.PressAsync("s");
        await Assertions.Expect(page).ToHaveURLAsync(new Regex("/sessions"));
        await Assertions.Expect(page.Panel("Sessions")).ToHaveAttributeAsync("data-state", "ready");

        await page.Keyboard.PressAsync("?");
        await Assertions.Expect(page.GetByRole(AriaRole.Dialog, new() { Name = "Keys of this page" })).ToContainTextAsync("find a user");
        await page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(page.GetByRole(AriaRole.Dialog)).ToBeHiddenAsync();

        foreach (var key in "jjk") await page.Keyboard.PressAsync(key.ToString());
        await Assertions.Expect(page.Sessions().First).ToHaveAttributeAsync("data-current", "");
        var address = await page.Sessions().First.Locator("a").GetAttributeAsync("href");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page).ToHaveURLAsync(new Regex(Regex.Escape(address ?? "")));
    }

    private async Task<(IPage Page, Timeline Timeline)> OpenSessionAsync(Visit visit, string query = "")
    {
        await visit.Page.OpenAsync($"/sessions/shop-web/{session.Id}?from=now-1h{query}");
        return (visit.Page, new Timeline(visit.Page));
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
