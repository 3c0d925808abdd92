using Microsoft.AspNetCore.Components;
using RumPortal.Domain.Vitals.Routes;
using RumPortal.Portal.Features.Vitals.Settings;
using RumPortal.Storage;
using RumPortal.Storage.Vitals;

namespace RumPortal.UnitTests.Portal.Vitals.Settings;

public sealed class RouteTemplateEditorTests : IAsyncLifetime
{
    private const string PatternsField = "/products/:sku", PathField = "https://shop.example/products/4711?ref=mail";

    private readonly PortalComponents _portal = new();
    private readonly List<(long Version, string Patterns)> _saved = [];
    private string? _fault;

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => _portal.DisposeAsync();

    [Theory]
    [InlineData("https://shop.test/products/4711?x=1", "route /products/:sku by pattern 1 sku 4711 path /products/4711 automatic /products/:id")]
    [InlineData("/docs/a/b", "route /docs/* by pattern 2 * a/b path /docs/a/b automatic /docs/a/b")]
    [InlineData("/orders/42", "route /orders/:id by no pattern: an automatic route path /orders/42")]
    public async Task TestBox_OfAPath_SaysWhichPatternMatchedAndWhatItCaptured(string path, string expected)
    {
        await RenderAsync(Stored(2, "/products/:sku", "/docs/*"));

        await _portal.Renderer.FireAsync("oninput", PathField, new ChangeEventArgs { Value = path });

        var facts = (await _portal.Renderer.DocumentAsync()).QuerySelectorAll("dl > *").Select(fact => fact.TextContent.Trim());
        Assert.Equal(expected, string.Join(' ', facts));
    }

    [Fact]
    public async Task TestBox_BeforeSaving_UsesWhatIsTyped()
    {
        await RenderAsync(Stored(0));

        await TypeAsync("/a/:b\n\n/c");
        await _portal.Renderer.FireAsync("oninput", PathField, new ChangeEventArgs { Value = "/a/1" });

        Assert.Equal("/a/:b", (await _portal.Renderer.DocumentAsync()).QuerySelector("dd")!.TextContent.Trim());
        Assert.Empty(_saved);
    }

    [Fact]
    public async Task Patterns_ThatAreFaulty_AreNamedOneByOne()
    {
        await RenderAsync(Stored(0));

        await TypeAsync("products\n/a/:x\n/a/:y");

        Assert.Equal(
        [
            "Pattern 1: A route pattern starts with a slash, for example /products/:sku.",
            "Pattern 3: /a/:y never matches, pattern 2 takes the same paths.",
        ], (await _portal.Renderer.DocumentAsync()).QuerySelectorAll("[role='alert']").Select(fault => fault.TextContent.Trim()));
    }

    [Fact]
    public async Task Save_ThatSucceeded_SaysSoUntilTheListIsTypedInAgain()
    {
        await RenderAsync(Stored(0));
        await TypeAsync("/a");

        await _portal.Renderer.ClickAsync("Save the patterns");
        await RenderAsync(Stored(1, "/a"));
        Assert.Equal("Saved.", (await _portal.Renderer.DocumentAsync()).QuerySelector("[role='status']")?.TextContent);

        await TypeAsync("/b");
        Assert.Null((await _portal.Renderer.DocumentAsync()).QuerySelector("[role='status']"));
    }

    [Fact]
    public async Task Save_OfAList_NamesTheVersionThatItWasMadeOn()
    {
        await RenderAsync(Stored(7, "/a"));

        await TypeAsync("/b");
        _fault = "Bob changed the route templates of shop-web in the meantime; load them again.";
        await _portal.Renderer.ClickAsync("Save the patterns");

        Assert.Equal([(7L, "/b")], _saved);
        Assert.Equal(_fault, (await _portal.Renderer.DocumentAsync()).QuerySelector("[role='alert']")!.TextContent.Trim());
    }

    [Theory]
    [MemberData(nameof(HostileTelemetry.Texts), MemberType = typeof(HostileTelemetry))]
    public async Task TestBox_OfAHostilePath_ShowsText(string text)
    {
        await RenderAsync(Stored(1, "/products/:sku"));

        await _portal.Renderer.FireAsync("oninput", PathField, new ChangeEventArgs { Value = "/products/" + text });

        var document = await _portal.Renderer.DocumentAsync();
        Assert.Empty(document.QuerySelectorAll("script, img, iframe, svg[onload], a"));
        Assert.NotEmpty(document.QuerySelectorAll("dd"));
        Assert.Empty(_portal.Renderer.Unhandled);
    }

    private Task RenderAsync(StoredRouteTemplates stored) => _portal.RenderAsync<RouteTemplateEditor>(
        ("Stored", stored), ("MayChange", true),
        ("Save", (Func<long, string, Task<string?>>)((version, patterns) =>
        {
            _saved.Add((version, patterns));
            return Task.FromResult(_fault);
        })));

    private Task TypeAsync(string patterns) => _portal.Renderer.FireAsync("onchange", PatternsField, new ChangeEventArgs { Value = patterns });

    private static StoredRouteTemplates Stored(long version, params string[] patterns)
    {
        Assert.True(RouteTemplates.TryCreate(patterns, out var templates, out _));
        return new StoredRouteTemplates("shop-web", templates, version == 0 ? null : new Revision(version, "Ada", PortalComponents.Now, "Ada", PortalComponents.Now));
    }
}
