using RumPortal.Domain.Traces.Propagation;
using RumPortal.Domain.Vitals.Routes;

namespace RumPortal.UnitTests.Traces.Propagation;

public sealed class ServedRoutesTests
{
    [Theory]
    [InlineData("/products/{id}", "/products/oak-stool", "/products/:id")]
    [InlineData("/products/{id:int}/reviews", "/products/oak-stool/reviews", "/products/:id/reviews")]
    [InlineData("/products/<int:id>", "/products/oak-stool", "/products/:id")]
    [InlineData("/products/:sku", "/products/oak-stool", "/products/:sku")]
    [InlineData("/cart/items", "/cart/items", "/cart/items")]
    [InlineData("/{slug}", "/login", "/login")]
    [InlineData("/", "/login", "/login")]
    [InlineData("{controller=Home}/{action=Index}/{id?}", "/cart/items", "/cart/items")]
    [InlineData("/api/{controller}/{action}", "/api/cart/items", "/api/cart/items")]
    [InlineData("/static/*", "/static/logo", "/static/logo")]
    [InlineData("/files/{name}.{ext}", "/files/a.b", "/files/a.b")]
    [InlineData("no path", "/orders/42", "/orders/:id")]
    [InlineData("", "/orders/42", "/orders/:id")]
    public void Route_OfAServer_NamesThePathsThatItServes(string served, string path, string expected) =>
        Assert.Equal(expected, ServedRoutes.With(RouteTemplates.Automatic, [served]).RouteOf(path));

    [Fact]
    public void Routes_ThatOverlap_PreferTheSpelledOutOne()
    {
        var routes = ServedRoutes.With(RouteTemplates.Automatic, ["/cart/{id}", "/cart/items", "/cart/{other}"]);

        Assert.Equal(["/cart/items", "/cart/:id"], new[] { "/cart/items", "/cart/x" }.Select(routes.RouteOf));
    }

    [Fact]
    public void Patterns_OfTheApp_ComeFirst()
    {
        Assert.True(RouteTemplates.TryCreate(["/products/:sku"], out var own, out _));

        Assert.Equal("/products/:sku", ServedRoutes.With(own, ["/products/{id}", "/products/oak-stool"]).RouteOf("/products/oak-stool"));
    }

    [Fact]
    public void Routes_BeyondTheBound_LeaveTheAppsPatterns()
    {
        Assert.True(RouteTemplates.TryCreate(["/products/:sku"], out var own, out _));

        var routes = ServedRoutes.With(own, Enumerable.Range(0, 5000).Select(i => $"/r{i}/{{id}}"));

        Assert.Equal(RouteTemplates.MostPatterns, routes.Patterns.Length);
        Assert.Equal("/products/:sku", routes.Patterns[0].Text);
    }
}
