using System.Net;

namespace RumPortal.IntegrationTests.Sandbox.DemoShop;

public sealed class ShopApiTests(RunningShop shop) : IClassFixture<RunningShop>
{
    private const string Delivery = """{"name":"王小美","street":"Kai 3","city":"Bergen"}""";

    [Theory]
    [InlineData("/api/products", 16)]
    [InlineData("/api/products?category=outdoor", 4)]
    [InlineData("/api/products?featured=true", 8)]
    [InlineData("/api/products?category=garden", 0)]
    [InlineData("/api/search?q=kettle", 1)]
    [InlineData("/api/search?q=%E9%93%81%E5%A3%B6", 1)]
    [InlineData("/api/search?q=brass+DESK", 1)]
    [InlineData("/api/search?q=", 0)]
    [InlineData("/api/search?q=%27%3B--%3Cscript%3E", 0)]
    public async Task List_Asked_GivesSoManyProducts(string path, int count)
    {
        var (status, body) = await shop.GetAsync(path);

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal(count, body.GetArrayLength());
    }

    [Fact]
    public async Task Product_Known_ComesInBothLanguagesWithStockAndReviewsApart()
    {
        var (_, product) = await shop.GetAsync("/api/products/iron-kettle");
        var (_, stock) = await shop.GetAsync("/api/products/iron-kettle/stock");
        var (_, reviews) = await shop.GetAsync("/api/products/iron-kettle/reviews");

        Assert.Equal("Nanbu iron kettle 南部鉄瓶", product.GetProperty("name").GetProperty("en").GetString());
        Assert.Equal("南部铁壶", product.GetProperty("name").GetProperty("zh").GetString());
        Assert.Equal(12_900, product.GetProperty("price").GetInt32());
        Assert.False(product.TryGetProperty("stock", out _));
        Assert.Equal(4, stock.GetProperty("available").GetInt32());
        Assert.Equal("王小美", reviews[0].GetProperty("author").GetString());
    }

    [Theory]
    [InlineData("/api/products/unknown")]
    [InlineData("/api/products/unknown/stock")]
    [InlineData("/api/products/unknown/reviews")]
    public async Task Product_Unknown_Is404WithATitle(string path)
    {
        var (status, body) = await shop.GetAsync(path);

        Assert.Equal(HttpStatusCode.NotFound, status);
        Assert.Equal("The shop does not sell this product.", body.GetProperty("title").GetString());
    }

    [Theory]
    [InlineData("""[{"sku":"oak-board","quantity":1}]""", 3_800, 490, 4_290)]
    [InlineData("""[{"sku":"oak-board","quantity":2},{"sku":"brass-pen","quantity":1}]""", 11_200, 0, 11_200)]
    public async Task Quote_Cart_AddsUpAndShipsFreeFromNinetyEuros(string lines, int goods, int shipping, int total)
    {
        var (_, quote) = await shop.PostAsync("/api/cart/quote", $$"""{"lines":{{lines}}}""");

        Assert.Equal(
            (goods, shipping, total),
            (quote.GetProperty("goods").GetInt32(), quote.GetProperty("shipping").GetInt32(), quote.GetProperty("total").GetInt32()));
    }

    [Theory]
    [InlineData("{}", "The cart is empty.")]
    [InlineData("""{"lines":[]}""", "The cart is empty.")]
    [InlineData("""{"lines":[null]}""", "A quantity is between 1 and 9.")]
    [InlineData("""{"lines":[{"sku":"oak-board","quantity":0}]}""", "A quantity is between 1 and 9.")]
    [InlineData("""{"lines":[{"sku":"oak-board","quantity":10}]}""", "A quantity is between 1 and 9.")]
    [InlineData("""{"lines":[{"quantity":1}]}""", "The cart holds a product that the shop does not sell.")]
    public async Task Quote_ImpossibleCart_IsRefusedWithTheReason(string body, string title)
    {
        var (status, refusal) = await shop.PostAsync("/api/cart/quote", body);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        Assert.Equal(title, refusal.GetProperty("title").GetString());
    }

    [Theory]
    [InlineData("not json")]
    [InlineData("""{"lines":"all"}""")]
    public async Task Quote_UnreadableBody_Is400(string body)
    {
        var (status, _) = await shop.PostAsync("/api/cart/quote", body);

        Assert.Equal(HttpStatusCode.BadRequest, status);
    }

    [Fact]
    public async Task Payment_DeclinedThenAccepted_PaysOnce()
    {
        var (_, order) = await shop.PostAsync("/api/orders", $$"""{"lines":[{"sku":"brass-pen","quantity":1}],"delivery":{{Delivery}}}""");
        var path = $"/api/orders/{order.GetProperty("id").GetString()}/payment";

        var declined = await shop.PostAsync(path, """{"method":"declined"}""");
        var paid = await shop.PostAsync(path, """{"method":"card"}""");
        var again = await shop.PostAsync(path, """{"method":"card"}""");

        Assert.Equal(HttpStatusCode.PaymentRequired, declined.Status);
        Assert.Equal("The bank declined the card.", declined.Body.GetProperty("title").GetString());
        Assert.Equal(HttpStatusCode.OK, paid.Status);
        Assert.True(paid.Body.GetProperty("paid").GetBoolean());
        Assert.Equal(HttpStatusCode.Conflict, again.Status);
    }

    [Theory]
    [InlineData("/api/orders", """{"lines":[{"sku":"brass-pen","quantity":1}]}""", HttpStatusCode.UnprocessableEntity)]
    [InlineData("/api/orders/HP-1/payment", """{"method":"card"}""", HttpStatusCode.NotFound)]
    [InlineData("/api/customers/sign-in", """{"name":"","email":"a@example.test"}""", HttpStatusCode.UnprocessableEntity)]
    [InlineData("/api/customers/sign-in", """{"name":"A","email":"nowhere"}""", HttpStatusCode.UnprocessableEntity)]
    public async Task Checkout_IncompleteRequest_IsRefused(string path, string body, HttpStatusCode expected)
    {
        var (status, _) = await shop.PostAsync(path, body);

        Assert.Equal(expected, status);
    }

    [Fact]
    public async Task Payment_UnknownMethod_NamesTheLegalOnes()
    {
        var (_, order) = await shop.PostAsync("/api/orders", $$"""{"lines":[{"sku":"brass-pen","quantity":1}],"delivery":{{Delivery}}}""");

        var (status, body) = await shop.PostAsync($"/api/orders/{order.GetProperty("id").GetString()}/payment", """{"method":"7"}""");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        Assert.Equal("Choose one of card, declined and slow.", body.GetProperty("title").GetString());
    }

    [Fact]
    public async Task SignIn_SameMailAddress_IsTheSameCustomer()
    {
        var (_, first) = await shop.PostAsync("/api/customers/sign-in", """{"name":" 佐藤 健 ","email":"ken@example.test"}""");
        var (_, second) = await shop.PostAsync("/api/customers/sign-in", """{"name":"Ken","email":"KEN@example.test"}""");

        Assert.Equal("佐藤 健", first.GetProperty("name").GetString());
        Assert.Equal(first.GetProperty("id").GetString(), second.GetProperty("id").GetString());
        Assert.Matches("^u-[0-9a-f]{8}$", first.GetProperty("id").GetString());
    }

    [Theory]
    [InlineData("/api/trouble/status/404", HttpStatusCode.NotFound)]
    [InlineData("/api/trouble/status/500", HttpStatusCode.InternalServerError)]
    [InlineData("/api/trouble/status/503", HttpStatusCode.ServiceUnavailable)]
    [InlineData("/api/trouble/status/200", HttpStatusCode.NotFound)]
    [InlineData("/api/trouble/slow?seconds=0", HttpStatusCode.OK)]
    [InlineData("/api/trouble/slow?seconds=-1", HttpStatusCode.OK)]
    [InlineData("/api/trouble/slow?seconds=x", HttpStatusCode.BadRequest)]
    public async Task Trouble_Asked_AnswersWithThatStatus(string path, HttpStatusCode expected)
    {
        var (status, _) = await shop.GetAsync(path);

        Assert.Equal(expected, status);
    }
}
