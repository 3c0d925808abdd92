using Microsoft.Playwright;
using RumPortal.EndToEndTests.Browsing;
using RumPortal.EndToEndTests.Lines;
using RumPortal.EndToEndTests.Pages;
using RumPortal.Sandbox.Faults;
using RumPortal.Testing.Loki;
using RumPortal.Testing.Portals;

namespace RumPortal.EndToEndTests;

/// <summary>The longest session that the portal reads.</summary>
public sealed class LongSessionTests(Chromium chromium) : BrowserTest(chromium), IAsyncLifetime
{
    private const int Lines = 50_000;
    private const int MostRowsDrawn = 200;
    private const string Session = "long0001";

    private LokiServer _loki = null!;
    private RunningPortal _portal = null!;

    public async ValueTask InitializeAsync()
    {
        _loki = await LokiServer.StartAsync();
        await LokiPush.SendAsync(_loki.Url, FewSessions.LinesOf(Session, TimeProvider.System.GetUtcNow().AddHours(-2), Lines), CancellationToken.None);
        _portal = await RunningPortal.StartAsync(new PortalSetup(_loki.Url));
    }

    protected override async ValueTask EndAsync()
    {
        await _portal.DisposeAsync();
        await _loki.DisposeAsync();
    }

    [Fact]
    public async Task FiftyThousandLines_Opened_ShowTheFirstRowsWhileReadingAndScrollToTheLast()
    {
        var page = (await VisitAsync(new VisitOptions(_portal.Url))).Page;
        var timeline = new Timeline(page);
        // Loki hands out 5,000 lines at a time; with this pause between them a look at the page while it reads cannot come too late.
        _loki.Faults.Add(new Fault { LatencyMs = 400, PathPrefix = "/loki/api/v1/query_range" });
        await page.GotoAsync($"/sessions/{FewSessions.App}/{Session}?from=now-6h");
        await Assertions.Expect(timeline.Panel.And(page.Locator("[aria-busy=true]:has(.event-row)"))).ToBeVisibleAsync();
        await Assertions.Expect(timeline.Rows.First).ToContainTextAsync("session_start");

        await Assertions.Expect(timeline.Panel).ToContainTextAsync("50,000 events");
        await Assertions.Expect(timeline.Panel).Not.ToHaveAttributeAsync("aria-busy", "true");
        await timeline.Scroller.FocusAsync();
        await page.Keyboard.PressAsync("End");
        await Assertions.Expect(timeline.Rows.Last).ToContainTextAsync("line 50000 of 50000");
        await Assertions.Expect(timeline.Rows.Last).ToBeInViewportAsync();
        Assert.InRange(await timeline.Rows.CountAsync(), 1, MostRowsDrawn);

        await timeline.Rows.Last.ClickAsync();
        await Assertions.Expect(timeline.Detail).ToContainTextAsync("line 50000 of 50000");
        Assert.Empty(_portal.Faults);
    }
}
