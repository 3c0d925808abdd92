using Microsoft.Playwright;

namespace RumPortal.EndToEndTests.Pages;

/// <summary>The page <c>/vitals</c>.</summary>
internal sealed class VitalsView(IPage page)
{
    public const string Cube = "Cube: version × browser, split by OS";

    /// <summary>The line of figures that all tiles stand in.</summary>
    public ILocator Tiles => page.Locator(".tiles .tile");

    public ILocator ChosenTile => page.Locator(".tiles .tile[aria-current=true]");

    public ILocator Notes => page.Locator(".note[role=status]");

    public ILocator WorstCell => page.Panel(Cube).Locator(".cube-side .note");

    public ILocator Breakdown => page.Panel("Breakdown").Locator("tbody tr");

    public ILocator Evidence => page.Panel("Evidence").Locator("[data-row]");

    /// <param name="vital">In capitals, as the tile is headed.</param>
    public ILocator Tile(string vital) => Tiles.Filter(new() { Has = page.GetByText(vital, new() { Exact = true }) });

    /// <summary>The chart over time, drawn.</summary>
    public ILocator Chart(string vital) => page.Panel(vital).Locator("figure[data-drawn=true]");

    /// <summary>Opens the page and waits until its charts are drawn too.</summary>
    public async Task OpenAsync(string address)
    {
        await page.OpenAsync(address);
        await WaitForChartsAsync();
    }

    public async Task WaitForChartsAsync()
    {
        await page.WaitForPanelsAsync();
        await Assertions.Expect(page.Locator("figure.chart[data-drawn=true] .main-svg").First).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator("figure.chart:not([data-drawn=true])")).ToHaveCountAsync(0);
    }

    /// <summary>Chooses from one of the page's lists.</summary>
    public async Task PickAsync(string label, string choice)
    {
        await page.Locator(".pick-list").Filter(new() { Has = page.Locator("i", new() { HasTextString = label }) }).First.ClickAsync();
        await page.GetByRole(AriaRole.Option, new() { Name = choice, Exact = true }).ClickAsync();
    }

    /// <summary>Drags the mouse over a part of the chart; both ends are 0 at its left and 1 at its right.</summary>
    public async Task BrushAsync(ILocator chart, float from, float to)
    {
        await chart.ScrollIntoViewIfNeededAsync();
        var area = await chart.Locator(".nsewdrag").First.BoundingBoxAsync() ?? throw new InvalidOperationException("The chart has no area.");
        var y = area.Y + area.Height / 2;
        await page.Mouse.MoveAsync(area.X + area.Width * from, y);
        await page.Mouse.DownAsync();
        await page.Mouse.MoveAsync(area.X + area.Width * (from + to) / 2, y, new() { Steps = 4 });
        await page.Mouse.MoveAsync(area.X + area.Width * to, y, new() { Steps = 4 });
        await page.Mouse.UpAsync();
    }
}
