using System.Text.Json;
using Microsoft.Playwright;
using RumPortal.EndToEndTests.Browsing;
using RumPortal.EndToEndTests.Demo;
using RumPortal.EndToEndTests.Pages;
using RumPortal.Testing;

namespace RumPortal.EndToEndTests;

/// <summary>axe-core finds nothing serious on any page, in either theme, on a phone too.</summary>
[Collection<ShopTests>]
public sealed class AccessibilityTests(Chromium chromium, DemoStack demo, ShopSession session) : BrowserTest(chromium)
{
    private static readonly string Axe = File.ReadAllText(Path.Combine(Repository.Root, "tests", "npm", "node_modules", "axe-core", "axe.min.js"));

    [Theory]
    [InlineData("light", 1440)]
    [InlineData("dark", 1440)]
    [InlineData("light", 390)]
    public async Task EachPage_CheckedByAxe_HasNoSeriousViolation(string theme, int width)
    {
        var page = (await VisitAsync(demo.PortalVisit with { Dark = theme == "dark", Width = width })).Page;
        var violations = new List<string>();
        foreach (var path in session.Pages)
        {
            await page.OpenAsync(path);
            violations.AddRange(await CheckAsync(page, path));
        }

        await page.OpenAsync("/sessions");
        await page.Keyboard.PressAsync("t");
        await Assertions.Expect(page.GetByText("Use this range")).ToBeVisibleAsync();
        violations.AddRange(await CheckAsync(page, "the choice of a time range"));
        await page.Keyboard.PressAsync("Escape");
        await page.Keyboard.PressAsync("?");
        violations.AddRange(await CheckAsync(page, "the help"));
        Assert.True(violations.Count == 0, string.Join("\n\n", violations));
    }

    /// <summary>Scripts that a test evaluates are not held to the page's content policy.</summary>
    private static async Task<IEnumerable<string>> CheckAsync(IPage page, string where)
    {
        await page.EvaluateAsync(Axe);
        var found = await page.EvaluateAsync<JsonElement>("() => axe.run({ resultTypes: ['violations'] })");
        Assert.True(found.GetProperty("passes").GetArrayLength() > 10, $"axe hardly checked anything: {where}");
        return found.GetProperty("violations").EnumerateArray()
            .Where(violation => violation.GetProperty("impact").GetString() is "serious" or "critical")
            .Select(violation => $"{where}: {violation.GetProperty("id")}\n{string.Join('\n', violation.GetProperty("nodes").EnumerateArray().Select(Describe))}");
    }

    private static string Describe(JsonElement node) => $"  {node.GetProperty("html")}\n  {node.GetProperty("failureSummary")}";
}
