using RumPortal.Domain.Vitals;
using RumPortal.Domain.Vitals.Routes;

namespace RumPortal.UnitTests.Vitals.Routes;

public sealed class RouteTemplatesTests
{
    [Fact]
    public void Match_OfSeveralPatterns_TakesTheFirstAndTellsItsCaptures()
    {
        var templates = Create("/products/new", "/products/:sku", "/docs/:lang/*", "/*");

        Assert.Equal("/products/new", templates.RouteOf("/products/new"));
        var product = templates.Match("https://shop.example/products/A%20b?q=1");
        Assert.Equal(("/products/:sku", 1, "/products/A b"), (product.Route, product.Index, product.Path));
        Assert.Equal([new RouteCapture("sku", "A b")], product.Captures.AsEnumerable());
        Assert.Equal([new RouteCapture("lang", "en"), new RouteCapture("*", "a/b")], templates.Match("/docs/en/a/b").Captures.AsEnumerable());
        Assert.Equal(3, templates.Match("/else/where").Index);
    }

    [Theory]
    [InlineData("/orders/42", "/orders/:id")]
    [InlineData("/", "/")]
    [InlineData("", "/")]
    [InlineData("https://shop.example", "/")]
    [InlineData("https://shop.example?x=/a/1", "/")]
    [InlineData("/search?q=1#/a", "/search")]
    [InlineData("//a///b/", "/a/b")]
    [InlineData("/u/0b8f4f0e-6b1c-4d5e-9a57-2f3c1e8d7a60/edit", "/u/:id/edit")]
    [InlineData("/u/0B8F4F0E-6B1C-4D5E-9A57-2F3C1E8D7A60", "/u/:id")]
    [InlineData("/commit/7d3f9ab", "/commit/7d3f9ab")]
    [InlineData("/commit/7d3f9ab0", "/commit/:id")]
    [InlineData("/words/defaced", "/words/defaced")]
    [InlineData("/words/effaceable", "/words/effaceable")]
    [InlineData("/p/V1StGXR8_Z5jdHi6B-myT", "/p/:id")]
    [InlineData("/p/01ARZ3NDEKTSV4RRFFQ69G5FAV", "/p/:id")]
    [InlineData("/p/ten-ways-to-cook-2-eggs-in-2026", "/p/ten-ways-to-cook-2-eggs-in-2026")]
    [InlineData("/codec/mp4-h264-aac", "/codec/mp4-h264-aac")]
    [InlineData("/api/v2/UserAccountSettings", "/api/v2/UserAccountSettings")]
    [InlineData("/blog/2026-11-23", "/blog/:id")]
    [InlineData("/release/1.2.3", "/release/:id")]
    [InlineData("/mail/mei%40example.com", "/mail/:id")]
    [InlineData("/products/:sku", "/products/:sku")]
    [InlineData("/a/%zz/%", "/a/%zz/%")]
    [InlineData("/a/%00", "/a/%00")]
    [InlineData("/a/%2541", "/a/%2541")]
    [InlineData("/a/b%3Fc", "/a/b%3Fc")]
    [InlineData("/a/%E2%80%AEgnp.exe", "/a/%E2%80%AEgnp.exe")]
    [InlineData("/%E8%B3%BC/x", "/購/x")]
    [InlineData("/1/2/3/4/5/6/7/8/9", "/:id/:id/:id/:id/:id/:id/:id/:id/*")]
    [InlineData("javascript:alert(1)", "/javascript:alert(1)")]
    public void RouteOf_UnknownPath_IsAutomatic(string address, string expected)
    {
        Assert.Equal(expected, RouteTemplates.Automatic.RouteOf(address));
        Assert.Equal(expected, RouteTemplates.Automatic.Match(address).Route);
    }

    [Fact]
    public void RouteOf_HostilePaths_IsShortAndItsOwnRoute()
    {
        var templates = Create([.. Enumerable.Range(0, 199).Select(i => $"/a/:x/b{i}/:y/*"), "/long/*"]);
        string[] hostile =
        [
            new('/', 10_000), "/" + new string('a', 10_000), "/long/" + new string('%', 10_000), string.Concat(Enumerable.Repeat("/a/b", 2_500)), new('?', 10_000),
            string.Concat(Enumerable.Repeat("/%2F%2e%2e", 1_000)), "/\ud800/\0", "://", "https://", "/" + string.Concat(Enumerable.Repeat("a1", 5_000)), new string(':', 10_000),
        ];

        var routes = hostile.Select(templates.RouteOf).ToList();

        Assert.All(routes, route => Assert.InRange(route.Length, 1, 700));
        // A route is a path too and has itself as its route, so that regrouped numbers can be regrouped.
        Assert.All(routes, route => Assert.Equal(route, templates.RouteOf(route)));
        Assert.Equal("/long/*", templates.RouteOf(hostile[2]));
    }

    [Fact]
    public void TryCreate_OfFaultyPatterns_NamesEachByItsPlace()
    {
        Assert.False(RouteTemplates.TryCreate(["/a/:id", "b", "/a/:sku", "/c"], out _, out var faults));
        Assert.Equal(
        [
            "Pattern 2: A route pattern starts with a slash, for example /products/:sku.", "Pattern 3: /a/:sku never matches, pattern 1 takes the same paths.",
        ], faults.AsEnumerable());

        Assert.False(RouteTemplates.TryCreate(Enumerable.Range(0, 201).Select(i => $"/p{i}"), out _, out faults));
        Assert.Equal("There are more than 200 patterns.", Assert.Single(faults));
    }

    [Fact]
    public void Regroup_OfRowsByPage_AppliesThePatternsToThePast()
    {
        DensityRow[] rows =
        [
            .. Measurements.Rows(Measurements.Labels(("page_id", "/products/1"), ("browser_name", "Arc")), "lcp", Measurements.Lcp(3, 0, 1)),
            .. Measurements.Rows(Measurements.Labels(("page_id", "/products/2"), ("browser_name", "Arc")), "lcp", Measurements.Lcp(4, 0, 2)),
            .. Measurements.Rows(Measurements.Labels(("page_id", "/cart")), "lcp", Measurements.Lcp(5, 0, 0)),
            .. Measurements.Rows(Measurements.Labels(("browser_name", "Arc")), "lcp", Measurements.Lcp(1, 0, 0)),
        ];

        var groups = VitalGroups.By(Create("/products/:sku").Regroup(rows, "page_id"), RouteTemplates.RouteLabel);

        Assert.Equal([("", 1), ("/cart", 5), ("/products/:sku", 10)], groups.Slices.Select(slice => (slice.Labels["route"]!, slice["lcp"]!.Count)));
        Assert.Equal(16, VitalGroups.By(rows).Slices.Single()["lcp"]!.Count);
    }

    private static RouteTemplates Create(params string[] patterns) => RouteTemplates.TryCreate(patterns, out var templates, out var faults) ? templates : throw new InvalidOperationException(faults[0]);
}
