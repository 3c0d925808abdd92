using System.Diagnostics;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using RumPortal.EndToEndTests.Browsing;

namespace RumPortal.EndToEndTests.Demo;

/// <summary>
/// Someone of a name of their own in the demo shop, instrumented with the real Faro SDK: signs in, searches, puts a product into the cart,
/// pays for it and meets trouble.
/// </summary>
public sealed class ShopSession(Chromium chromium, DemoStack demo) : IAsyncLifetime
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    public string User { get; } = $"Nils {Guid.NewGuid():N}"[..13];

    /// <summary>As the portal's API lists it.</summary>
    public string Id { get; private set; } = "";

    public string UserId { get; private set; } = "";

    /// <summary>Each kind of page, filled; the session's both without and with a selected event.</summary>
    public IReadOnlyList<string> Pages =>
    [
        "/", "/sessions?app=shop-web&filter=browser_name:Firefox", $"/sessions/shop-web/{Id}?from=now-1h", $"/sessions/shop-web/{Id}?from=now-1h&show=error&t=1",
        $"/users/{Uri.EscapeDataString(UserId)}", $"/traces?app=shop-web&from=now-1h&session={Id}", $"/traces?app=shop-web&from=now-1h&session={Id}&view=map",
        "/propagation?app=shop-web&from=now-1h", "/propagation/headers", "/admin",
    ];

    public async ValueTask InitializeAsync()
    {
        var urls = demo.Sandbox.Urls;
        var visit = await chromium.VisitAsync(new VisitOptions(urls.Shop!) { Partners = [urls.ShopApi!, urls.Collector], ExpectsErrors = true });
        try
        {
            await BrowseAsync(visit.Page);
            await WaitForTelemetryAsync();
            await WaitForPaymentAsync();
        }
        catch
        {
            await visit.EndAsync(Evidence.PathOf(nameof(ShopSession)));
            throw;
        }
        await visit.EndAsync(null);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private async Task BrowseAsync(IPage page)
    {
        var main = page.Locator("main");
        await page.GotoAsync("/", new() { WaitUntil = WaitUntilState.NetworkIdle });
        await page.GetByRole(AriaRole.Link, new() { Name = "Sign in" }).ClickAsync();
        await page.GetByLabel("Name").FillAsync(User);
        await page.GetByLabel("E-mail").FillAsync("nils@example.test");
        await ActAsync(page, "\"sign-in\"", main.GetByRole(AriaRole.Button, new() { Name = "Sign in" }));

        await page.GetByRole(AriaRole.Searchbox).FillAsync("lantern");
        await ActAsync(page, "\"search\"", page.GetByRole(AriaRole.Button, new() { Name = "Search" }));
        await ActAsync(page, "\"open-product\"", main.GetByRole(AriaRole.Link, new() { Name = "lantern" }).First);
        await ActAsync(page, "\"add-to-cart\"", page.GetByRole(AriaRole.Button, new() { Name = "Add to cart" }));
        await page.GetByRole(AriaRole.Link, new() { Name = "Cart" }).ClickAsync();
        await PayAsync(page);

        await page.GetByRole(AriaRole.Link, new() { Name = "Trouble" }).ClickAsync();
        await ActAsync(page, "\"api-503\"", page.GetByRole(AriaRole.Button, new() { Name = "API answers 503" }));
        await ActAsync(page, "TypeError", page.GetByRole(AriaRole.Button, new() { Name = "Throw a TypeError" }));
        // Leaving the page makes the SDK report its vitals.
        await page.GotoAsync("/");
    }

    private async Task PayAsync(IPage page)
    {
        await page.GetByRole(AriaRole.Link, new() { Name = "Go to checkout" }).ClickAsync();
        await page.GetByLabel("Full name").FillAsync(User);
        await page.GetByLabel("Street and number").FillAsync("Quay 1");
        await page.GetByLabel("City").FillAsync("Harbour");
        await ActAsync(page, "\"continue-to-payment\"", page.GetByRole(AriaRole.Button, new() { Name = "Continue to payment" }));
        // Spans leave in batches of their own; the next page's load would lose those that still wait.
        await ActAsync(page, HasPaymentSpan, page.GetByRole(AriaRole.Button, new() { NameRegex = new Regex("^Pay ") }));
        await Assertions.Expect(page).ToHaveURLAsync(new Regex("/checkout/done$"));
    }

    /// <summary>Clicks and waits until the SDK has sent what came of it: it holds the signals of a user action back until the action has ended.</summary>
    private Task<IResponse> ActAsync(IPage page, string sent, ILocator target) =>
        ActAsync(page, body => body.Contains(sent, StringComparison.Ordinal), target);

    private Task<IResponse> ActAsync(IPage page, Func<string, bool> isSent, ILocator target) => page.RunAndWaitForResponseAsync(
        () => target.ClickAsync(),
        response => response.Url == demo.Sandbox.Urls.Collector.AbsoluteUri && response.Request.PostData is { } body && isSent(body));

    private static bool HasPaymentSpan(string body)
    {
        using var payload = JsonDocument.Parse(body);
        return payload.RootElement.TryGetProperty("traces", out var traces) && traces.GetRawText().Contains("/payment", StringComparison.Ordinal);
    }

    /// <summary>The SDK sends in batches, so what it says of the last page comes a moment after the visit.</summary>
    private async Task WaitForTelemetryAsync()
    {
        var started = Stopwatch.GetTimestamp();
        List<string> events;
        while (!IsWhole(events = await ReadAsync()))
        {
            Assert.True(Stopwatch.GetElapsedTime(started) < Patience, $"Of {User}'s session '{Id}' the portal has only: {string.Join(", ", events)}");
            await Task.Delay(TimeSpan.FromMilliseconds(250));
        }
    }

    /// <summary>Spans take another way than lines, and those of the services a third.</summary>
    private async Task WaitForPaymentAsync()
    {
        var started = Stopwatch.GetTimestamp();
        JsonElement found;
        while (!(found = await GetAsync($"/api/v1/traces?app=shop-web&from=now-1h&session={Id}&service=payment-api")).GetProperty("items").EnumerateArray().Any())
        {
            Assert.True(Stopwatch.GetElapsedTime(started) < Patience, $"Of {User}'s payment no whole trace can be found: {found}");
            await Task.Delay(TimeSpan.FromMilliseconds(250));
        }
    }

    /// <summary>Whether the reaction to clicks, which comes when the page of the trouble is left, and the page after it are there.</summary>
    private static bool IsWhole(List<string> events) =>
        events.Contains("vital inp") && events.Contains("error") && events.FindLastIndex(e => e.StartsWith("page-view", StringComparison.Ordinal)) > events.LastIndexOf("error");

    /// <summary>Finds the session and reads its events, each as its type and its name.</summary>
    private async Task<List<string>> ReadAsync()
    {
        var list = await GetAsync($"/api/v1/sessions?app=shop-web&from=now-1h&user={Uri.EscapeDataString(User)}");
        if (list.GetProperty("items").EnumerateArray().FirstOrDefault() is not { ValueKind: JsonValueKind.Object } session) return [];
        Id = session.GetProperty("id").GetString() ?? "";
        var document = await GetAsync($"/api/v1/sessions/shop-web/{Id}?from=now-1h");
        UserId = document.GetProperty("session").GetProperty("user").GetProperty("id").GetString() ?? "";
        return [.. document.GetProperty("events").EnumerateArray().Select(NameOf)];
    }

    private static string NameOf(JsonElement happened) =>
        $"{happened.GetProperty("type")} {(happened.TryGetProperty("name", out var name) ? name.GetString() : null)}".TrimEnd();

    private async Task<JsonElement> GetAsync(string path)
    {
        using var response = await demo.Portal.Http.GetAsync(path);
        var text = await response.Content.ReadAsStringAsync();
        Assert.True(response.IsSuccessStatusCode, $"{path}: {response.StatusCode} {text}");
        return JsonDocument.Parse(text).RootElement;
    }
}
