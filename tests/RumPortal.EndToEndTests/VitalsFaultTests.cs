using System.Text.RegularExpressions;
using Microsoft.Playwright;
using RumPortal.EndToEndTests.Browsing;
using RumPortal.EndToEndTests.Demo;
using RumPortal.EndToEndTests.Pages;
using RumPortal.Sandbox.Faults;
using RumPortal.Testing.Portals;

namespace RumPortal.EndToEndTests;

/// <summary>One backend or both fail while the page of web vitals is open. Each test has a portal of its own, which remembers no answer and no failure.</summary>
[Collection<VitalsTests>]
public sealed class VitalsFaultTests(Chromium chromium, RecordedVisitors visitors) : BrowserTest(chromium), IAsyncLifetime
{
    private static readonly Fault Gone = new() { DropConnection = true };

    private RunningPortal _portal = null!;

    public async ValueTask InitializeAsync() => _portal = await visitors.StartPortalAsync();

    protected override ValueTask EndAsync()
    {
        visitors.Prometheus.Faults.Clear();
        visitors.Loki.Faults.Clear();
        return _portal.DisposeAsync();
    }

    [Fact]
    public async Task PrometheusGone_WhileThePageIsOpen_IsToldAndLinesAreCountedInstead()
    {
        var (page, vitals) = await OpenAsync();
        await Assertions.Expect(Source(page, "recorded series")).ToBeVisibleAsync();

        visitors.Prometheus.Faults.Add(Gone);
        await ChooseLastHourAsync(page);
        await vitals.WaitForChartsAsync();
        await Assertions.Expect(vitals.Notes.First).ToContainTextAsync("Prometheus cannot be reached");
        await Assertions.Expect(vitals.Notes.First).ToContainTextAsync("The numbers were counted from the lines in Loki instead.");
        await Assertions.Expect(Source(page, "counted from lines")).ToBeVisibleAsync();

        await page.Keyboard.PressAsync("2");
        await Assertions.Expect(vitals.Chart("INP")).ToBeVisibleAsync();
        await page.WaitForPanelsAsync();
        await Assertions.Expect(page.Locator("[data-state=failed]")).ToHaveCountAsync(0);
        Assert.Empty(_portal.Faults);
    }

    [Fact]
    public async Task BothBackendsGone_WhileThePageIsOpen_FailItsPanelsByNameAndTheRestGoesOn()
    {
        var (page, _) = await OpenAsync();
        visitors.Prometheus.Faults.Add(Gone);
        visitors.Loki.Faults.Add(Gone);

        await ChooseLastHourAsync(page);
        foreach (var title in new[] { "LCP", "Why", "Breakdown", "Distribution", VitalsView.Cube, "Evidence" })
        {
            await Assertions.Expect(page.Panel(title)).ToHaveAttributeAsync("data-state", "failed");
            await Assertions.Expect(page.Panel(title).GetByRole(AriaRole.Alert)).ToContainTextAsync("Loki");
            await Assertions.Expect(page.Panel(title).GetByRole(AriaRole.Button, new() { Name = "Retry" })).ToBeVisibleAsync();
        }
        await page.Panel("Breakdown").GetByRole(AriaRole.Button, new() { Name = "Retry" }).ClickAsync();
        await page.WaitForPanelsAsync();
        await Assertions.Expect(page.Panel("Breakdown")).ToHaveAttributeAsync("data-state", "failed");

        await page.GetByRole(AriaRole.Link, new() { Name = "Admin" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Region, new() { Name = "Teams" })).ToBeVisibleAsync();
        Assert.Empty(_portal.Faults);
    }

    private async Task<(IPage Page, VitalsView Vitals)> OpenAsync()
    {
        var page = (await VisitAsync(new VisitOptions(_portal.Url))).Page;
        var vitals = new VitalsView(page);
        await vitals.OpenAsync(RecordedVisitors.Address());
        return (page, vitals);
    }

    /// <summary>A range whose answers nobody has asked for yet, on the circuit that is open.</summary>
    private static async Task ChooseLastHourAsync(IPage page)
    {
        await page.Keyboard.PressAsync("t");
        await page.GetByRole(AriaRole.Button, new() { Name = "Last hour", Exact = true }).ClickAsync();
        await Assertions.Expect(page).ToHaveURLAsync(new Regex("from=now-1h"));
    }

    private static ILocator Source(IPage page, string words) => page.GetByText(words, new() { Exact = true });
}
