using System.Net;
using System.Text.RegularExpressions;
using AngleSharp.Html.Parser;

namespace RumPortal.IntegrationTests.Portal.Hosting;

/// <summary>Reads a running portal's pages and every asset as a browser would.</summary>
internal sealed partial class ServedAssets(HttpClient http, IReadOnlyList<string> routes)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private static readonly string[] Shell =
    [
        "css/portal", "img/favicon", "js/theme", "js/reconnect", "js/keyboard",
        "_framework/blazor.web", "_content/Radzen.Blazor/Radzen.Blazor",
    ];

    private static readonly string[] Pages = ["/", "/vitals", "/sessions", "/sessions/shop-web/abc", "/users/abc", "/admin", "/not-found"];

    /// <summary>Hosts that stand in scripts without being asked, each with its reason.</summary>
    private static readonly string[] NamedOnly =
    [
        "www.w3.org", // the namespace of SVG
        "aka.ms", "learn.microsoft.com", // where error texts of blazor.web.js send their reader
        "cdn.plot.ly", "cloud.plotly.com", "plotly.com", "github.com", // Plotly's maps, cloud and error texts; js/chart.js leaves it no address
        "maps.googleapis.com", // Radzen's map, which the portal does not use and its policy would not let load
    ];

    /// <summary>Every page links to fingerprinted assets only, and to those of the shell.</summary>
    public async Task AssertPagesLinkToAsync()
    {
        foreach (var page in Pages)
        {
            var document = new HtmlParser().ParseDocument(await http.GetStringAsync(page, Cancellation));
            var links = document.QuerySelectorAll("link[href], script[src]")
                .Select(element => "/" + (element.GetAttribute("href") ?? element.GetAttribute("src"))).ToList();
            Assert.All(links, link => Assert.Contains(link, routes));
            Assert.All(Shell, asset => Assert.Contains(links, link => link.StartsWith($"/{asset}.", StringComparison.Ordinal)));
        }
    }

    /// <summary>Every asset is there and has content of its kind.</summary>
    /// <param name="caching">What browsers are told about keeping it.</param>
    public async Task AssertWholeAsync(string caching)
    {
        Assert.True(routes.Count > 20, $"The manifest has {routes.Count} fingerprinted routes.");
        foreach (var route in routes)
        {
            using var response = await http.GetAsync(route, Cancellation);
            var body = await response.Content.ReadAsByteArrayAsync(Cancellation);
            Assert.Equal((route, HttpStatusCode.OK), (route, response.StatusCode));
            Assert.True(body.Length > 50, $"{route} has {body.Length} bytes.");
            Assert.Equal((route, caching), (route, response.Headers.CacheControl?.ToString()));
            Assert.Equal((route, TypeOf(route)), (route, response.Content.Headers.ContentType?.MediaType));
        }
    }

    /// <summary>No page and no asset names a host that a browser would ask.</summary>
    public async Task AssertNoForeignHostAsync()
    {
        var texts = routes.Where(route => Path.GetExtension(route) is ".css" or ".js" or ".svg");
        foreach (var route in Pages.Concat(texts))
        {
            var text = await http.GetStringAsync(route, Cancellation);
            var hosts = Address().Matches(text).Select(match => match.Groups[1].Value).Except(NamedOnly);
            Assert.Equal((route, ""), (route, string.Join(", ", hosts.Where(host => host != http.BaseAddress?.Host))));
        }
    }

    private static string TypeOf(string route) => Path.GetExtension(route) switch
    {
        // What is packed has the type of its content.
        ".gz" or ".br" => TypeOf(Path.ChangeExtension(route, null)),
        ".css" => "text/css",
        ".js" => "text/javascript",
        ".svg" => "image/svg+xml",
        ".woff2" => "font/woff2",
        ".txt" => "text/plain",
        var other => $"an asset of the kind {other} that is not expected",
    };

    [GeneratedRegex("""(?:(?:https?|wss?):|["'(])//([a-zA-Z0-9.-]+\.[a-zA-Z0-9]+)""")]
    private static partial Regex Address();
}
