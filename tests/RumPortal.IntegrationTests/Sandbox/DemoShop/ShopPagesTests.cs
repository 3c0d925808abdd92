using System.Net;
using System.Text.RegularExpressions;

namespace RumPortal.IntegrationTests.Sandbox.DemoShop;

public sealed partial class ShopPagesTests(RunningShop shop) : IClassFixture<RunningShop>
{
    // Names of XML vocabularies and texts inside error messages of bundled packages; none is ever fetched.
    private static readonly string[] HarmlessAddresses =
    [
        "http://www.w3.org/2000/svg",
        "https://evilmartians.com/chronicles/postcss-8-plugin-migration",
        "https://www.w3ctech.com/topic/2226",
    ];

    [Theory]
    [InlineData("/", HttpStatusCode.OK)]
    [InlineData("/category/kitchen", HttpStatusCode.OK)]
    [InlineData("/search?q=lamp", HttpStatusCode.OK)]
    [InlineData("/products/iron-kettle", HttpStatusCode.OK)]
    [InlineData("/cart", HttpStatusCode.OK)]
    [InlineData("/checkout", HttpStatusCode.OK)]
    [InlineData("/checkout/payment", HttpStatusCode.OK)]
    [InlineData("/checkout/done", HttpStatusCode.OK)]
    [InlineData("/account", HttpStatusCode.OK)]
    [InlineData("/trouble", HttpStatusCode.OK)]
    [InlineData("/trouble/untraced", HttpStatusCode.OK)]
    [InlineData("/no/such/page", HttpStatusCode.NotFound)]
    public async Task Page_Asked_IsTheDocumentWithThatStatus(string path, HttpStatusCode expected)
    {
        using var response = await shop.Pages.GetAsync(path, TestContext.Current.CancellationToken);
        var html = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        Assert.Equal(expected, response.StatusCode);
        Assert.Contains($"""<meta name="faro-collector" content="{RunningShop.Collector}">""", html);
        Assert.Contains($"""<meta name="shop-api" content="{shop.Api.BaseAddress!.GetLeftPart(UriPartial.Authority)}">""", html);
        Assert.DoesNotContain("{{", html);
    }

    [Fact]
    public async Task Document_Served_AllowsItsOwnHostsOnly()
    {
        using var response = await shop.Pages.GetAsync("/", TestContext.Current.CancellationToken);

        Assert.Equal(
            "default-src 'self'; style-src 'self' 'unsafe-inline'; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; "
            + $"connect-src 'self' {string.Join(' ', shop.Origins.All.Select(origin => origin.GetLeftPart(UriPartial.Authority)))} http://127.0.0.1:9",
            response.Headers.GetValues("Content-Security-Policy").Single());
    }

    [Fact]
    public async Task Files_NamedByTheDocumentAndTheCatalogue_AreServed()
    {
        var html = await shop.Pages.GetStringAsync("/", TestContext.Current.CancellationToken);
        var (_, products) = await shop.GetAsync("/api/products");
        var files = LocalReference().Matches(html).Select(match => match.Groups[1].Value)
            .Concat(products.EnumerateArray().Select(product => $"/img/products/{product.GetProperty("sku").GetString()}.svg"))
            .Append("/img/hero.svg")
            .ToArray();

        Assert.Superset(new HashSet<string> { "/shop.js", "/shop.css", "/img/favicon.svg" }, files.ToHashSet());
        foreach (var file in files)
        {
            using var response = await shop.Pages.GetAsync(file, TestContext.Current.CancellationToken);
            Assert.Equal((file, HttpStatusCode.OK), (file, response.StatusCode));
            Assert.NotEmpty(await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
        }
    }

    [Theory]
    [InlineData("/shop.js")]
    [InlineData("/shop.css")]
    [InlineData("/img/hero.svg")]
    [InlineData("/img/products/iron-kettle.svg")]
    public async Task File_Served_NamesNoForeignHost(string path)
    {
        var text = await shop.Pages.GetStringAsync(path, TestContext.Current.CancellationToken);

        var foreign = AnyAddress().Matches(text).Select(match => match.Value).Distinct().Except(HarmlessAddresses);

        Assert.Empty(foreign);
    }

    [Theory]
    [InlineData("/index.html")]
    [InlineData("/img/missing.svg")]
    [InlineData("/../index.html")]
    public async Task File_Missing_Is404(string path)
    {
        using var response = await shop.Pages.GetAsync(path, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }

    [Fact]
    public async Task Bundle_Served_HoldsTheRealSdk()
    {
        var script = await shop.Pages.GetStringAsync("/shop.js", TestContext.Current.CancellationToken);

        Assert.Contains("faro.session_recording.event", script);
        Assert.Contains("faro.tracing.", script);
        Assert.Contains("\"2.12.1\"", script);
    }

    [GeneratedRegex("(?:src|href)=\"(/[^\"]+)\"")]
    private static partial Regex LocalReference();

    [GeneratedRegex("https?://[A-Za-z0-9.-]+[A-Za-z0-9./_-]*")]
    private static partial Regex AnyAddress();
}
