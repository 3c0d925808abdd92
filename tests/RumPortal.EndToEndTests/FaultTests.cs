using System.Diagnostics;
using Microsoft.Playwright;
using RumPortal.EndToEndTests.Browsing;
using RumPortal.EndToEndTests.Lines;
using RumPortal.EndToEndTests.Pages;
using RumPortal.Sandbox.Faults;
using RumPortal.Testing.Loki;
using RumPortal.Testing.Portals;

namespace RumPortal.EndToEndTests;

/// <summary>What a user sees while Loki or the portal itself has trouble: what failed, by name, and a page that goes on.</summary>
public sealed class FaultTests(Chromium chromium) : BrowserTest(chromium), IAsyncLifetime
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(40);

    private static readonly Fault[] OneBadAnswer =
    [
        new() { Garbage = true },
        new() { Status = 200, Body = "<!doctype html><title>Sign in</title>", ContentType = "text/html" },
        new() { CutAfterBytes = 20 },
    ];

    private LokiServer _loki = null!;
    private RunningPortal _portal = null!;

    public async ValueTask InitializeAsync()
    {
        _loki = await FewSessions.StartAsync();
        _portal = await RunningPortal.StartAsync(new PortalSetup(_loki.Url));
    }

    protected override async ValueTask EndAsync()
    {
        await _portal.DisposeAsync();
        await _loki.DisposeAsync();
    }

    [Fact]
    public async Task OneBadAnswer_FailsItsPanelAlone_AndRetryBringsIt()
    {
        var page = (await VisitAsync(new VisitOptions(_portal.Url))).Page;
        await page.OpenAsync("/sessions?from=now-1h");
        foreach (var fault in OneBadAnswer)
        {
            _loki.Faults.Add(fault with { Count = 1, PathPrefix = "/loki/api/v1/query_range" });
            await page.Keyboard.PressAsync("r");
            var failed = page.Locator("[data-state=failed]");
            await Assertions.Expect(failed).ToHaveCountAsync(1);
            await Assertions.Expect(failed.GetByRole(AriaRole.Alert)).ToContainTextAsync("Loki");
            await Assertions.Expect(page.Locator("[data-state=ready]")).ToHaveCountAsync(1);

            await failed.GetByRole(AriaRole.Button, new() { Name = "Retry" }).ClickAsync();
            await Assertions.Expect(page.Locator("[data-state=ready]")).ToHaveCountAsync(2);
        }
        await Assertions.Expect(page.Sessions()).ToHaveCountAsync(5);
        Assert.Empty(_portal.Faults);
    }

    [Fact]
    public async Task LokiGone_WhilePagesAreOpen_IsNamedEverywhereUntilRetryBringsItBack()
    {
        var page = (await VisitAsync(new VisitOptions(_portal.Url))).Page;
        await page.OpenAsync("/sessions?from=now-1h");
        _loki.Faults.Add(new Fault { DropConnection = true });
        await page.Keyboard.PressAsync("r");
        await Assertions.Expect(page.Locator("[data-state=failed]")).ToHaveCountAsync(2);
        foreach (var panel in await page.Locator("[data-state=failed] [role=alert]").AllInnerTextsAsync()) Assert.StartsWith("Loki cannot be reached", panel.Trim());

        await page.GetByRole(AriaRole.Link, new() { Name = "Apps" }).ClickAsync();
        await Assertions.Expect(page.Panel("Apps")).ToHaveAttributeAsync("data-state", "failed");
        await page.GetByRole(AriaRole.Link, new() { Name = "Admin" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Region, new() { Name = "Teams" })).ToContainTextAsync(PortalSetup.StorefrontTeam);
        await page.GetByRole(AriaRole.Link, new() { Name = "Sessions" }).ClickAsync();
        await Assertions.Expect(page.Locator("[data-state=failed]")).ToHaveCountAsync(2);

        _loki.Faults.Clear();
        await RetryUntilReadyAsync(page.Panel("Sessions"));
        await Assertions.Expect(page.Sessions()).ToHaveCountAsync(5);
        Assert.Empty(_portal.Faults);
    }

    [Fact]
    public async Task PortalRestarted_WhileAPageIsOpen_SaysSoAndLoadsThePageAgain()
    {
        var visit = await VisitAsync(new VisitOptions(_portal.Url) { ExpectsErrors = true });
        await visit.Page.OpenAsync("/sessions?from=now-1h");
        await visit.Page.EvaluateAsync("() => { window.loadedOnce = true; }");

        await _portal.DisposeAsync();
        await Assertions.Expect(visit.Page.GetByText("The connection to the portal was lost.")).ToBeVisibleAsync();
        _portal = await RunningPortal.StartAsync(new PortalSetup(_loki.Url) { Port = _portal.Url.Port });

        await visit.Page.WaitForFunctionAsync("() => !window.loadedOnce && document.querySelector('[data-state=ready]')", null, new() { Timeout = (float)Patience.TotalMilliseconds });
        await Assertions.Expect(visit.Page.Sessions()).ToHaveCountAsync(5);
    }

    /// <summary>The portal holds calls back for some seconds after repeated failures, as its panels say; so did a patient user.</summary>
    private static async Task RetryUntilReadyAsync(ILocator panel)
    {
        var started = Stopwatch.GetTimestamp();
        while (await panel.GetAttributeAsync("data-state") != "ready")
        {
            Assert.True(Stopwatch.GetElapsedTime(started) < Patience, "Retry did not bring the panel back.");
            if (await panel.GetAttributeAsync("data-state") == "failed") await panel.GetByRole(AriaRole.Button, new() { Name = "Retry" }).ClickAsync();
            await Assertions.Expect(panel).Not.ToHaveAttributeAsync("data-state", "loading");
        }
    }
}
