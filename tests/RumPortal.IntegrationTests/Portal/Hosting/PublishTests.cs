using System.Net;
using System.Net.Http.Headers;
using RumPortal.Testing;
using RumPortal.Testing.Portals;

namespace RumPortal.IntegrationTests.Portal.Hosting;

public sealed class PublishTests(PublishedPortal published) : IClassFixture<PublishedPortal>, IDisposable
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    // The discard port: nobody listens there.
    private static readonly PortalSetup Setup = new(new Uri("http://127.0.0.1:9"));

    private readonly TemporaryFolder _state = new();

    public void Dispose() => _state.Dispose();

    [Fact]
    public async Task Output_OfTheDockerfile_ServesPagesAndAssetsForEver()
    {
        using var portal = PortalProgram.Start(Setup, _state.Path, "Staging", published.App);
        var http = await portal.ConnectAsync();
        var assets = new ServedAssets(http, AssetManifest.FingerprintedRoutes(published.App));

        await assets.AssertPagesLinkToAsync();
        await assets.AssertWholeAsync("max-age=31536000, immutable");
        await assets.AssertNoForeignHostAsync();
        Assert.Equal("ok", await http.GetStringAsync("/readyz", Cancellation));
        Assert.Equal(0, await portal.StopAsync());
    }

    [Fact]
    public async Task Output_ForABrowser_IsPackedTightly()
    {
        using var portal = PortalProgram.Start(Setup, _state.Path, "Staging", published.App);
        var http = await portal.ConnectAsync();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/_framework/blazor.web.js");
        request.Headers.AcceptEncoding.Add(new StringWithQualityHeaderValue("br"));
        using var response = await http.SendAsync(request, Cancellation);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(["br"], response.Content.Headers.ContentEncoding);
        Assert.InRange((await response.Content.ReadAsByteArrayAsync(Cancellation)).Length, 10_000, 80_000);
    }

    [Fact]
    public async Task Output_StartedAsTheImageDoes_RefusesTheDevelopmentSignIn()
    {
        Assert.Equal(["dotnet", "RumPortal.Portal.dll"], ContainerFile.EntryPoint);

        using var portal = PortalProgram.Start(
            new Dictionary<string, string>
            {
                ["Authentication__Mode"] = "Development",
                ["Backends__Loki__Url"] = Setup.Loki.AbsoluteUri,
                ["ASPNETCORE_URLS"] = "http://+:0",
            },
            published.App);

        Assert.Equal(78, await portal.WaitForExitAsync());
        Assert.Contains("Development is refused in the environment Production", portal.Output, StringComparison.Ordinal);
        Assert.Contains("Development is refused on 'http://+:0'", portal.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Output_OfPublishing_HoldsThePortalAlone()
    {
        var files = Directory.GetFiles(published.App, "*", SearchOption.AllDirectories).Select(Path.GetFileName).ToList();

        Assert.Contains("RumPortal.Portal.dll", files);
        Assert.Contains("portal.css.br", files);
        Assert.DoesNotContain(files, file => file!.StartsWith("RumPortal.Sandbox", StringComparison.Ordinal));
        Assert.DoesNotContain(files, file => file!.EndsWith(".map", StringComparison.Ordinal));
    }
}
