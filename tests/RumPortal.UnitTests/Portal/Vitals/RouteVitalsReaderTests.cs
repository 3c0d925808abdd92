using RumPortal.Domain.Faro;
using RumPortal.Domain.Vitals.Routes;
using RumPortal.Portal.Features.Vitals;

namespace RumPortal.UnitTests.Portal.Vitals;

public sealed class RouteVitalsReaderTests
{
    [Fact]
    public void GroupsOf_Reports_AreByTheRouteOfTheirPage()
    {
        Assert.True(RouteTemplates.TryCreate(["/products/:sku"], out var templates, out _));

        var groups = RouteVitalsReader.GroupsOf(
        [
            Report(900, "https://shop.test/products/red-shoe?ref=mail"), Report(5000, "https://shop.test/products/hat#top"), Report(100, "https://shop.test/orders/42"),
            Report(100, null, "/cart"), Report(100, null), Report(double.NaN, "https://shop.test/products/x"), Report(100, "/x", vital: "fid"),
        ], templates);

        Assert.Equal(
            [("", 1d), ("/cart", 1d), ("/orders/:id", 1d), ("/products/:sku", 2d)],
            groups.Slices.Select(slice => (slice.Labels["route"] ?? "?", slice["lcp"]!.Count)));
        Assert.Equal(0, groups.Rejected.Total);
    }

    private static FaroVitalReport Report(double value, string? url, string? page = null, string vital = "lcp") =>
        new(new FaroWebVital(vital, value, null, null, null, null), PortalComponents.Now, "s1", page, url, null, null, null, null, null, [], null);
}
