using System.Net;
using System.Net.Http.Headers;
using RumPortal.Portal;

namespace RumPortal.IntegrationTests.Portal.Hosting;

public sealed class AssetTests(EmptyPortal portal) : IClassFixture<EmptyPortal>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private static readonly IReadOnlyList<string> Routes =
        AssetManifest.FingerprintedRoutes(Path.GetDirectoryName(typeof(PortalHost).Assembly.Location)!);

    private readonly ServedAssets _assets = new(portal.Http, Routes);

    [Fact]
    public Task Pages_All_LinkToFingerprintedAssets() => _assets.AssertPagesLinkToAsync();

    // In Development assets change under way; how long they are kept elsewhere is seen at the published portal.
    [Fact]
    public Task Assets_All_AreServedWithContent() => _assets.AssertWholeAsync("no-cache");

    [Fact]
    public Task PagesAndAssets_All_NameNoForeignHost() => _assets.AssertNoForeignHostAsync();

    [Theory]
    [InlineData("css/portal")]
    [InlineData("js/timeline")]
    [InlineData("_framework/blazor.web")]
    public async Task Asset_ForABrowser_IsCompressed(string asset)
    {
        var route = Routes.First(route => route.StartsWith($"/{asset}.", StringComparison.Ordinal) && Path.GetExtension(route) != ".gz");
        using var request = new HttpRequestMessage(HttpMethod.Get, route);
        request.Headers.AcceptEncoding.Add(new StringWithQualityHeaderValue("gzip"));
        using var response = await portal.Http.SendAsync(request, Cancellation);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(["gzip"], response.Content.Headers.ContentEncoding);
        Assert.NotEmpty(await response.Content.ReadAsByteArrayAsync(Cancellation));
    }

    [Theory]
    [InlineData("/appsettings.json")]
    [InlineData("/css/../appsettings.json")]
    [InlineData("/css/%2e%2e/%2e%2e/appsettings.json")]
    [InlineData("/js/nothing.js")]
    [InlineData("/RumPortal.Portal.dll")]
    public async Task File_ThatIsNoAsset_IsNotServed(string path)
    {
        using var response = await portal.Http.GetAsync(path, Cancellation);

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }
}
