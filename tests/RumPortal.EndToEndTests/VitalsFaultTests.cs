using Microsoft.Playwright;
using RumPortal.EndToEndTests.Browsing;
using RumPortal.EndToEndTests.Demo;
using RumPortal.EndToEndTests.Pages;
using RumPortal.Sandbox.Faults;

namespace RumPortal.EndToEndTests;

/// <summary>One backend or both fail while the page of web vitals is open.</summary>
[Collection<VitalsTests>]
public sealed class VitalsFaultTests(Chromium chromium, RecordedVisitors visitors) : BrowserTest(chromium)
{
    // The page remembers answers for up to a minute; a range that no other test asks for has none.
    private const string OtherRange = "/vitals?app=shop-web&from=2026-11-18T10:00:00Z&to=2026-11-18T11:";

    protected override ValueTask EndAsync()
    {
        visitors.Prometheus.Faults.Clear();
        visitors.Loki.Faults.Clear();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task PrometheusGone_WhileThePageIsOpen_IsToldAndLinesAreCountedInstead()
    {
        var page = (await VisitAsync(visitors.PortalVisit)).Page;
        var vitals = new VitalsView(page);
        await vitals.OpenAsync($"{OtherRange}00:00Z&env=production");
        await Assertions.Expect(page.GetByText("recorded series", new() { Exact = true })).ToBeVisibleAsync();

        visitors.Prometheus.Faults.Add(new Fault { DropConnection = true });
        await vitals.OpenAsync($"{OtherRange}05:00Z");
        await Assertions.Expect(vitals.Notes.First).ToContainTextAsync("Prometheus cannot be reached");
        await Assertions.Expect(vitals.Notes.First).ToContainTextAsync("The numbers were counted from the lines in Loki instead.");
        await Assertions.Expect(page.GetByText("counted from lines", new() { Exact = true })).ToBeVisibleAsync();

        await page.Keyboard.PressAsync("2");
        await Assertions.Expect(vitals.Chart("INP")).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator("[data-state=failed]")).ToHaveCountAsync(0);
        Assert.Empty(visitors.Portal.Faults);
    }

    [Fact]
    public async Task BothBackendsGone_FailThePanelsByNameAndTheRestOfThePortalGoesOn()
    {
        var page = (await VisitAsync(visitors.PortalVisit)).Page;
        var vitals = new VitalsView(page);
        await vitals.OpenAsync($"{OtherRange}10:00Z");
        visitors.Prometheus.Faults.Add(new Fault { DropConnection = true });
        visitors.Loki.Faults.Add(new Fault { DropConnection = true });

        await page.OpenAsync($"{OtherRange}15:00Z&env=staging");
        foreach (var title in new[] { "LCP", "Breakdown", VitalsView.Cube, "Evidence" })
        {
            await Assertions.Expect(page.Panel(title)).ToHaveAttributeAsync("data-state", "failed");
            await Assertions.Expect(page.Panel(title).GetByRole(AriaRole.Alert)).ToContainTextAsync("Loki");
            await Assertions.Expect(page.Panel(title).GetByRole(AriaRole.Button, new() { Name = "Retry" })).ToBeVisibleAsync();
        }
        await page.Panel("Breakdown").GetByRole(AriaRole.Button, new() { Name = "Retry" }).ClickAsync();
        await Assertions.Expect(page.Panel("Breakdown")).ToHaveAttributeAsync("data-state", "failed");

        await page.GetByRole(AriaRole.Link, new() { Name = "Admin" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Region, new() { Name = "Teams" })).ToBeVisibleAsync();
        Assert.Empty(visitors.Portal.Faults);
    }
}
