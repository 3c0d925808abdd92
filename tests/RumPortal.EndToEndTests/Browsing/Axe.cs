using System.Text.Json;
using Microsoft.Playwright;
using RumPortal.Testing;

namespace RumPortal.EndToEndTests.Browsing;

/// <summary>axe-core, run in a page.</summary>
internal static class Axe
{
    private static readonly string Script = File.ReadAllText(Path.Combine(Repository.Root, "tests", "npm", "node_modules", "axe-core", "axe.min.js"));

    /// <summary>The serious and critical violations of what the page shows now. Scripts that a test evaluates are not held to the page's content policy.</summary>
    public static async Task<IReadOnlyList<string>> CheckAsync(IPage page, string where)
    {
        await page.EvaluateAsync(Script);
        var found = await page.EvaluateAsync<JsonElement>("() => axe.run({ resultTypes: ['violations'] })");
        Assert.True(found.GetProperty("passes").GetArrayLength() > 10, $"axe hardly checked anything: {where}");
        return [.. found.GetProperty("violations").EnumerateArray()
            .Where(violation => violation.GetProperty("impact").GetString() is "serious" or "critical")
            .Select(violation => $"{where}: {violation.GetProperty("id")}\n{string.Join('\n', violation.GetProperty("nodes").EnumerateArray().Select(Describe))}")];
    }

    private static string Describe(JsonElement node) => $"  {node.GetProperty("html")}\n  {node.GetProperty("failureSummary")}";
}
