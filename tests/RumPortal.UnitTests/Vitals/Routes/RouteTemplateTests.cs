using RumPortal.Domain.Vitals.Routes;

namespace RumPortal.UnitTests.Vitals.Routes;

public sealed class RouteTemplateTests
{
    [Theory]
    [InlineData("/", "/", true)]
    [InlineData("/", "/cart", false)]
    [InlineData("/cart", "/cart/", true)]
    [InlineData("/cart/", "/cart", true)]
    [InlineData("/cart", "/Cart", false)]
    [InlineData("/products/:sku", "/products/42", true)]
    [InlineData("/products/:sku", "/products", false)]
    [InlineData("/products/:sku", "/products/42/reviews", false)]
    [InlineData("/products/:sku", "https://shop.example/products/42?ref=mail#top", true)]
    [InlineData("/products/:sku", "/products/:sku", true)]
    [InlineData("/docs/*", "/docs", true)]
    [InlineData("/docs/*", "/docs/a/b/c", true)]
    [InlineData("/docs/*", "/docsearch", false)]
    [InlineData("/*", "/", true)]
    [InlineData("/購物車/:id", "/%E8%B3%BC%E7%89%A9%E8%BB%8A/9", true)]
    [InlineData("/%E8%B3%BC%E7%89%A9%E8%BB%8A", "/購物車", true)]
    [InlineData("/files/:name", "/files/a%2Fb", true)]
    [InlineData("/a/b", "/a%2Fb", false)]
    public void IsMatch_OfPathAndPattern_GoesBySegments(string pattern, string address, bool expected)
    {
        Assert.True(RouteTemplates.TryCreate([pattern], out var templates, out _));

        Assert.Equal(expected, !templates.Match(address).IsAutomatic);
    }

    [Theory]
    [InlineData(null, "A route pattern starts with a slash, for example /products/:sku.")]
    [InlineData("products", "A route pattern starts with a slash, for example /products/:sku.")]
    [InlineData("/a//b", "A route pattern has no empty segments.")]
    [InlineData("/*/b", "A star stands for the rest of the path and is the last segment alone.")]
    [InlineData("/b*", "A star stands for the rest of the path and is the last segment alone.")]
    [InlineData("/:", "A parameter is a colon and a name of letters, digits and underscores, for example :sku.")]
    [InlineData(@"/:id(\d+)", "A parameter is a colon and a name of letters, digits and underscores, for example :sku.")]
    [InlineData("/:id/:id", "The parameter :id is named twice.")]
    [InlineData("/a?b=c", "A route pattern is a path without a query and a fragment.")]
    [InlineData("/a\0b", "A route pattern has no control characters.")]
    [InlineData("/1/2/3/4/5/6/7/8/9/10/11/12/13/14/15/16/17", "A route pattern has at most 16 segments.")]
    public void TryParse_OfAPatternThatCannotWork_SaysWhy(string? text, string expected)
    {
        Assert.False(RouteTemplate.TryParse(text, out _, out var fault));
        Assert.Equal(expected, fault);
    }

    [Fact]
    public void TryParse_OfAnEndlessPattern_IsRefused()
    {
        Assert.False(RouteTemplate.TryParse("/" + new string('a', 10_000), out _, out var fault));
        Assert.Equal("A route pattern has at most 256 characters.", fault);
    }
}
