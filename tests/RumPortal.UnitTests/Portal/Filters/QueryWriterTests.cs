using RumPortal.Portal.Components.Filters;
using RumPortal.Testing;

namespace RumPortal.UnitTests.Portal.Filters;

public sealed class QueryWriterTests
{
    [Fact]
    public void ToString_OfValues_IsInTheOrderOfTheCallsWithoutAbsentOnes() => Assert.Equal(
        "b=2&a=1&c=x&c=y",
        new QueryWriter().Add("b", "2").Add("none", null).Add("empty", "").Add("a", "1").AddAll("c", ["x", "", "y"]).ToString());

    [Theory]
    [InlineData("Asia/Taipei", "k=Asia/Taipei")]
    [InlineData("browser_name:Arc", "k=browser_name:Arc")]
    [InlineData("!browser_os:Linux", "k=!browser_os:Linux")]
    [InlineData("error,request", "k=error,request")]
    [InlineData("a b+c&d=e#f?g%h", "k=a%20b%2Bc%26d%3De%23f%3Fg%25h")]
    [InlineData("<\"'>`{}\\", "k=%3C%22%27%3E%60%7B%7D%5C")]
    [InlineData("購🚀", "k=%E8%B3%BC%F0%9F%9A%80")]
    public void Add_OfAValue_IsEscapedAsFarAsNeeded(string value, string expected) => Assert.Equal(expected, new QueryWriter().Add("k", value).ToString());

    [Fact]
    public void Add_OfAnyValidText_IsReadBack()
    {
        foreach (var text in HostileTexts.All.Where(text => text.EnumerateRunes().All(rune => rune.Value != 0xFFFD)))
            Assert.Equal(text, new QueryReader(new QueryWriter().Add("k", text).ToString()).First("k"));
    }

    [Theory]
    [InlineData("", "/sessions")]
    [InlineData("x", "/sessions?k=x")]
    public void On_APath_HasAQuestionMarkOnlyWithAQuery(string value, string expected) => Assert.Equal(expected, new QueryWriter().Add("k", value).On("/sessions"));
}
