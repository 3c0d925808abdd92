using System.Globalization;
using System.Text.RegularExpressions;
using System.Web;
using Microsoft.Playwright;
using RumPortal.EndToEndTests.Browsing;
using RumPortal.EndToEndTests.Demo;
using RumPortal.EndToEndTests.Pages;

namespace RumPortal.EndToEndTests;

/// <summary>The controls of <c>/vitals</c>: what is chosen stands in the address, and the page follows it.</summary>
[Collection<VitalsTests>]
public sealed class VitalsPageTests(Chromium chromium, RecordedVisitors visitors) : BrowserTest(chromium)
{
    private static readonly TimeSpan AMinute = TimeSpan.FromMinutes(1);

    [Fact]
    public async Task Vital_ChosenByClickOrKey_IsWhatAllPanelsAreAbout()
    {
        var (page, vitals) = await OpenAsync();
        await Assertions.Expect(vitals.ChosenTile).ToContainTextAsync("LCP");

        await vitals.Tile("CLS").ClickAsync();
        await AssertAboutAsync("CLS");
        foreach (var (key, vital) in new[] { ("2", "INP"), ("4", "FCP"), ("5", "TTFB"), ("1", "LCP") })
        {
            await page.Keyboard.PressAsync(key);
            await AssertAboutAsync(vital);
        }
        Assert.Empty(visitors.Portal.Faults);

        async Task AssertAboutAsync(string vital)
        {
            await Assertions.Expect(page).ToHaveURLAsync(vital == "LCP" ? new Regex("^(?!.*vital=)") : new Regex($"vital={vital.ToLowerInvariant()}(&|$)"));
            await Assertions.Expect(vitals.ChosenTile).ToContainTextAsync(vital);
            await Assertions.Expect(vitals.Chart(vital)).ToBeVisibleAsync();
            await Assertions.Expect(page.Panel(VitalsView.Cube)).ToContainTextAsync($"{vital} p75");
        }
    }

    [Fact]
    public async Task PercentileAndComparison_Chosen_ChangeTheAddressAndTheNumbers()
    {
        var (page, vitals) = await OpenAsync();
        var figure = vitals.Tile("LCP").Locator(".figure");
        await Assertions.Expect(vitals.Tile("LCP")).ToContainTextAsync("vs period before");
        var atP75 = await figure.InnerTextAsync();

        await page.GetByRole(AriaRole.Navigation, new() { Name = "Percentile" }).GetByRole(AriaRole.Link, new() { Name = "p95" }).ClickAsync();
        await Assertions.Expect(page).ToHaveURLAsync(new Regex("percentile=95"));
        await Assertions.Expect(figure).Not.ToHaveTextAsync(atP75);
        await Assertions.Expect(page.Panel("Breakdown").Locator("thead")).ToContainTextAsync("p95");

        await vitals.PickAsync("compare", "nothing");
        await Assertions.Expect(page).ToHaveURLAsync(new Regex("percentile=95.*compare=none"));
        await Assertions.Expect(vitals.Tile("LCP")).Not.ToContainTextAsync("period before");
    }

    [Fact]
    public async Task Chart_Brushed_ZoomsThePageIntoThatTime()
    {
        var (page, vitals) = await OpenAsync();
        var before = await CountAsync(vitals);

        await vitals.BrushAsync(vitals.Chart("LCP"), 0.25f, 0.75f);
        await Assertions.Expect(page).ToHaveURLAsync(new Regex(@"[?&]from=20\d\d-.*&to=20\d\d-"));
        await vitals.WaitForChartsAsync();

        var query = HttpUtility.ParseQueryString(new Uri(page.Url).Query);
        var length = Instant(query["to"]) - Instant(query["from"]);
        Assert.InRange(length, TimeSpan.FromMinutes(80), TimeSpan.FromMinutes(95));
        Assert.Equal(0, Instant(query["from"]).Ticks % AMinute.Ticks);
        Assert.InRange(await CountAsync(vitals), before / 4, before * 3 / 4);
        await page.GoBackAsync();
        await Assertions.Expect(page).ToHaveURLAsync(new Regex("from=now-3h"));
        await Assertions.Expect(page.Locator(".time-picker")).ToContainTextAsync("Last 3 h");
    }

    [Fact]
    public async Task Breakdown_ByAnotherDimension_ListsItsValuesAndDownloadsThem()
    {
        var (page, vitals) = await OpenAsync();
        await vitals.PickAsync("by", "browser_name");
        await Assertions.Expect(page).ToHaveURLAsync(new Regex("by=browser_name"));
        await Assertions.Expect(vitals.Breakdown.Filter(new() { HasText = "Arc" })).ToHaveCountAsync(1);
        var browsers = await vitals.Breakdown.Locator(".cell-link").AllInnerTextsAsync();
        Assert.Superset(new HashSet<string> { "Arc", "Chrome", "Edge", "Safari", "Mobile Safari" }, browsers.ToHashSet());
        // The most page views that would turn good come first: those of the slow release.
        Assert.Equal("Arc", browsers[0]);

        var download = await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Link, new() { Name = "CSV" }).ClickAsync());
        Assert.Equal("vitals.csv", download.SuggestedFilename);
        var lines = await File.ReadAllLinesAsync(await download.PathAsync(), TestContext.Current.CancellationToken);
        Assert.StartsWith("browser_name,vital,p75,rating,samples", lines[0], StringComparison.Ordinal);
        Assert.Contains(lines, line => Regex.IsMatch(line, @"^Arc,lcp,\d{4}(\.\d+)?,(poor|needs-improvement),\d+,"));

        await vitals.Breakdown.First.Locator(".cell-link").ClickAsync();
        await Assertions.Expect(page.Locator(".filter-chips .chip")).ToContainTextAsync("Arc");
        await page.GetByRole(AriaRole.Button, new() { Name = "Remove the filter browser_name Arc" }).ClickAsync();
        await Assertions.Expect(page).ToHaveURLAsync(new Regex("^(?!.*filter=)"));
        await Assertions.Expect(page.Locator(".filter-chips .chip")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Chart_AsATable_HasTheNumbersOfEachStepInTheChosenZone()
    {
        var (page, vitals) = await OpenAsync("&tz=Asia/Kolkata");
        var chart = vitals.Chart("LCP");
        // 12:00 UTC is 17:30 in Kolkata; the ticks of the axis stand at whole half-hours of the zone.
        await Assertions.Expect(chart.Locator(".xtick text").First).ToContainTextAsync(new Regex(@"^1[4-7]:[03]0"));

        await chart.GetByText("Numbers as a table").ClickAsync();
        var rows = chart.Locator("tbody tr");
        await Assertions.Expect(rows.Nth(20)).ToBeVisibleAsync();
        Assert.InRange(await rows.CountAsync(), 30, 40);
        await Assertions.Expect(rows.Nth(20)).ToContainTextAsync(new Regex(@"1[4-7]:\d\d.*p75 \d\.\d\d s.*n \d+"));
    }

    [Fact]
    public async Task Theme_Switched_DrawsTheChartInItsColours()
    {
        var (page, vitals) = await OpenAsync();
        var line = vitals.Chart("LCP").Locator(".scatterlayer .js-line").Last;
        var band = vitals.Chart("LCP").Locator(".shapelayer path").First;
        var light = (await StrokeAsync(line), await band.GetAttributeAsync("style"));

        var button = page.GetByRole(AriaRole.Button, new() { Name = "Theme:" });
        await button.ClickAsync();
        await button.ClickAsync();
        await Assertions.Expect(page.Locator("html")).ToHaveAttributeAsync("data-theme", "dark");
        await Assertions.Expect(band).Not.ToHaveAttributeAsync("style", light.Item2 ?? "");
        Assert.NotEqual(light.Item1, await StrokeAsync(line));
    }

    private async Task<(IPage Page, VitalsView Vitals)> OpenAsync(string query = "")
    {
        var page = (await VisitAsync(visitors.PortalVisit)).Page;
        var vitals = new VitalsView(page);
        await vitals.OpenAsync(RecordedVisitors.Address(query));
        return (page, vitals);
    }

    private static Task<string> StrokeAsync(ILocator line) => line.EvaluateAsync<string>("line => line.style.stroke");

    private static async Task<int> CountAsync(VitalsView vitals) =>
        int.Parse(Regex.Match(await vitals.Tile("LCP").InnerTextAsync(), @"n ([\d,]+)").Groups[1].Value, NumberStyles.AllowThousands, CultureInfo.InvariantCulture);

    private static DateTimeOffset Instant(string? text) => DateTimeOffset.Parse(text ?? "", CultureInfo.InvariantCulture);
}
