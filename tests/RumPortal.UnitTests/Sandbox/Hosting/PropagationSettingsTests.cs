using System.Text.RegularExpressions;
using RumPortal.Sandbox.DemoShop;
using RumPortal.Sandbox.Hosting.Portals;

namespace RumPortal.UnitTests.Sandbox.Hosting;

public sealed class PropagationSettingsTests
{
    private static readonly ShopOrigins Origins = new(
        new Uri("http://127.0.0.1:5001"), new Uri("http://127.0.0.1:5002"), new Uri("http://127.0.0.1:5003"), new Uri("http://127.0.0.1:5004"),
        new Uri("http://pay.partner.localhost:5005"));

    [Theory]
    [InlineData("shop-web", "https://api.example.test/cart/items", true)]
    [InlineData("shop-web", "https://legacy.example.test/orders/1", true)]
    [InlineData("shop-web", "https://reviews.example.test/products/1/reviews", true)]
    [InlineData("shop-web", "https://loyalty.example.test/points", true)]
    [InlineData("shop-web", "https://search.example.test/suggest", false)]
    [InlineData("shop-web", "https://pay.thirdparty.test/v1/charges", false)]
    [InlineData("shop-web", "http://127.0.0.1:5001/api/products", true)]
    [InlineData("shop-web", "http://127.0.0.1:5002/api/trouble/hops/jaeger-only", true)]
    [InlineData("shop-web", "http://127.0.0.1:5003/api/trouble/hops/not-injected", false)]
    [InlineData("shop-web", "http://127.0.0.1:5004/points", true)]
    [InlineData("shop-web", "http://127.0.0.1:50041/points", false)]
    [InlineData("shop-web", "http://pay.partner.localhost:5005/v1/charges", false)]
    [InlineData("account-portal", "https://id.example.test/me", true)]
    [InlineData("account-portal", "https://api.example.test/cart", false)]
    [InlineData("docs-site", "https://docs.example.test/api/search", false)]
    public void InjectedUrls_OfADemoApp_MatchWhatItsSdkInjects(string app, string url, bool expected)
    {
        var settings = new Dictionary<string, string>();

        PropagationSettings.Add(settings, Origins);

        var patterns = settings.Where(setting => setting.Key.StartsWith($"Propagation__Apps__{app}__InjectedUrls__", StringComparison.Ordinal));
        Assert.Equal(expected, patterns.Any(pattern => Regex.IsMatch(url, pattern.Value, RegexOptions.None, TimeSpan.FromSeconds(1))));
    }

    [Fact]
    public void Add_DemoApps_NamesHostsOfTheirOwnAndNumbersLists()
    {
        var settings = new Dictionary<string, string>();

        PropagationSettings.Add(settings, Origins);

        Assert.Equal("127.0.0.1", settings["Propagation__Apps__shop-web__OwnHosts__0"]);
        Assert.Equal("id.example.test", settings["Propagation__Apps__account-portal__OwnHosts__0"]);
        Assert.Equal("docs.example.test", settings["Propagation__Apps__docs-site__OwnHosts__0"]);
        Assert.Equal(@"^https://(api|legacy|reviews|loyalty)\.example\.test/", settings["Propagation__Apps__shop-web__InjectedUrls__0"]);
        Assert.Contains("Propagation__Apps__shop-web__InjectedUrls__3", settings.Keys);
        Assert.Equal(8, settings.Count);
    }
}
