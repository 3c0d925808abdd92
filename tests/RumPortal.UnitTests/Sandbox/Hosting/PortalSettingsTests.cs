using RumPortal.Sandbox.Hosting;
using RumPortal.Sandbox.Hosting.Portals;

namespace RumPortal.UnitTests.Sandbox.Hosting;

public sealed class PortalSettingsTests
{
    private static readonly SandboxUrls Backends = new(
        new Uri("http://127.0.0.1:3100/"),
        new Uri("http://127.0.0.1:3200/"),
        new Uri("http://127.0.0.1:9090/"),
        new Uri("http://127.0.0.1:4318/"),
        new Uri("http://127.0.0.1:8027/collect"),
        null,
        null,
        null);

    [Fact]
    public void Create_UrlsGiven_NamesThemWithoutPathsAndSignsInForDevelopment()
    {
        var settings = PortalSettings.Create(new Uri("http://localhost:5080/"), "/portal", Backends);

        Assert.Equal("http://localhost:5080", settings["ASPNETCORE_URLS"]);
        Assert.Equal("Development", settings["ASPNETCORE_ENVIRONMENT"]);
        Assert.Equal("/portal", settings["ASPNETCORE_CONTENTROOT"]);
        Assert.Equal("Development", settings["Authentication__Mode"]);
        Assert.Equal("http://127.0.0.1:3100", settings["Backends__Loki__Url"]);
        Assert.Equal("http://127.0.0.1:3200", settings["Backends__Tempo__Url"]);
        Assert.Equal("http://127.0.0.1:9090", settings["Backends__Prometheus__Url"]);
    }

    [Fact]
    public void Create_Teams_CoverEveryDemoAppAndEveryRole()
    {
        var settings = PortalSettings.Create(new Uri("http://localhost:1"), "/", Backends);

        Assert.Equal("Storefront", settings["Teams__0__Name"]);
        Assert.Equal("storefront", settings["Teams__0__Group"]);
        Assert.Equal("shop-web", settings["Teams__0__Apps__0"]);
        Assert.Equal("Viewer", settings["Teams__0__Role"]);
        Assert.Equal("replay:view", settings["Teams__0__Permissions__0"]);
        Assert.Equal(["account-portal", "docs-site", "shop-web"], Values(settings, "__Apps__"));
        Assert.Equal(["Admin", "Approver", "Viewer"], Values(settings, "__Role"));
    }

    private static IEnumerable<string> Values(IReadOnlyDictionary<string, string> settings, string key) =>
        settings.Where(setting => setting.Key.Contains(key)).Select(setting => setting.Value).Distinct().Order();
}
