using RumPortal.Domain.Querying;
using RumPortal.Portal;
using RumPortal.Portal.Components.Filters;
using RumPortal.Testing;

namespace RumPortal.UnitTests.Portal;

public sealed class PortalUrlsTests
{
    private static readonly ViewFilter Filter = new()
    {
        App = "shop-web",
        Environment = "production",
        Filters = [new("browser_name", FilterOperator.Is, "Arc")],
        Time = TimeSelection.Last("6h"),
        TimeZone = "Asia/Taipei",
    };

    [Fact]
    public void Urls_OfAFilter_CarryWhatTheirPageNeeds()
    {
        Assert.Equal("/sessions?app=shop-web&environment=production&from=now-6h&to=now&tz=Asia/Taipei&filter=browser_name:Arc", PortalUrls.SessionsOf(Filter));
        Assert.Equal("/sessions/shop-web/k3V?environment=production&from=now-6h&to=now&tz=Asia/Taipei", PortalUrls.Session("shop-web", "k3V", Filter));
        Assert.Equal("/users/u-1?app=shop-web&environment=production&from=now-6h&to=now&tz=Asia/Taipei", PortalUrls.User("u-1", Filter));
        Assert.Equal("/sessions", PortalUrls.SessionsOf(new ViewFilter()));
    }

    [Fact]
    public void WithFilterOf_AnAddress_KeepsTheFilterAlone() => Assert.Equal(
        "/?app=shop-web&version=118&filter=!a:b",
        PortalUrls.WithFilterOf("/", new Uri("http://localhost/sessions/x/y?t=12&filter=!a:b&find=z&app=shop-web&version=118&cursor=q")));

    [Fact]
    public void Urls_OfHostileNames_StayTheirPage()
    {
        foreach (var text in HostileTexts.All.Where(text => text.EnumerateRunes().All(rune => rune.Value != 0xFFFD)))
        {
            var address = new Uri(new Uri("http://localhost/"), PortalUrls.Session(text, text, Filter));

            Assert.Equal("localhost", address.Host);
            Assert.Equal(["/", "sessions/", Uri.EscapeDataString(text) + "/", Uri.EscapeDataString(text)], address.Segments);
            Assert.Equal(text, Uri.UnescapeDataString(new Uri(new Uri("http://localhost/"), PortalUrls.User(text, Filter)).Segments[^1]));
        }
    }
}
