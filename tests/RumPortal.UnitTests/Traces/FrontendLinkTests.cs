using RumPortal.Domain.Sessions;
using RumPortal.Domain.Traces;
using RumPortal.UnitTests.Traces.Waterfall;

namespace RumPortal.UnitTests.Traces;

public sealed class FrontendLinkTests
{
    [Fact]
    public void Link_OfASpanOfTheCurrentSdk_LeadsToTheSession()
    {
        var link = Of(SpanKind.Client, ("session.id", "k3VbN8qLwZ"), ("user.id", "u-1"), ("user.name", "王小美"), ("user.email", "m@example.test"), ("faro.action.user.name", "pay"), ("url.full", "https://api.test/"));

        Assert.Equal(new FrontendLink("shop-web", "k3VbN8qLwZ", new Visitor("u-1", "王小美", "m@example.test"), "pay", null, Spans.At(0)), link);
    }

    [Theory]
    [InlineData("session_id", "old", "old")]
    [InlineData("session.id", "", null)]
    [InlineData("other", "x", null)]
    public void Session_OfAnySdk_IsFound(string key, string value, string? expected) => Assert.Equal(expected, Of(SpanKind.Client, (key, value))?.Session);

    [Fact]
    public void Page_OfAnInteraction_IsItsAddress() => Assert.Equal("https://shop.test/cart", Of(SpanKind.Internal, ("http.url", "https://shop.test/cart"))?.Page);

    [Fact]
    public void Span_OfAServer_HasNoLink() =>
        Assert.Null(FrontendLink.Of(Spans.Span(1, null, 0, 1, Spans.Resource("orders"), SpanKind.Server, ("session.id", "x"))));

    [Theory]
    [InlineData("user.id", true)]
    [InlineData("User.Email", true)]
    [InlineData("enduser.id", true)]
    [InlineData("user_agent.original", false)]
    [InlineData("users.count", false)]
    public void Attribute_OfAPerson_IsPersonal(string key, bool expected) => Assert.Equal(expected, PersonalAttributes.Include(key));

    private static FrontendLink? Of(SpanKind kind, params (string Key, string Value)[] attributes) =>
        FrontendLink.Of(Spans.Span(1, null, 0, 1, Spans.Browser, kind, attributes));
}
