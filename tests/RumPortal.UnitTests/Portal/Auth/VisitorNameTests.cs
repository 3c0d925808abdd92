using RumPortal.Domain.Sessions;
using RumPortal.Portal.Auth;
using RumPortal.Testing;

namespace RumPortal.UnitTests.Portal.Auth;

public sealed class VisitorNameTests
{
    [Theory]
    [InlineData(null, null, null, "anonymous")]
    [InlineData("u-1", "Ada", "ada@x.test", "Ada")]
    [InlineData("u-1", null, "ada@x.test", "u-1")]
    [InlineData(null, null, "ada@x.test", "ada@x.test")]
    public void Of_BeforeSomeoneWhoMayUnmask_IsTheBestName(string? id, string? name, string? email, string expected) =>
        Assert.Equal(expected, VisitorName.Of(new Visitor(id, name, email), Viewers.Unmasking("shop-web")));

    // sha256("u-1") and sha256("ada@x.test"), their first six hex digits.
    [Theory]
    [InlineData(null, null, null, "anonymous")]
    [InlineData("u-1", "Ada", "ada@x.test", "visitor a24a7f")]
    [InlineData("u-1", "Grace", null, "visitor a24a7f")]
    [InlineData(null, "Ada", "ada@x.test", "visitor 24fa47")]
    public void Of_BeforeAnyoneElse_IsAPseudonymThatStays(string? id, string? name, string? email, string expected) =>
        Assert.Equal(expected, VisitorName.Of(new Visitor(id, name, email), Viewers.Of("shop-web")));
}
