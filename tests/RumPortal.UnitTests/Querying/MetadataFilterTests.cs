using RumPortal.Domain.Querying;

namespace RumPortal.UnitTests.Querying;

public sealed class MetadataFilterTests
{
    [Theory]
    [InlineData("browser_name:Arc", "browser_name", FilterOperator.Is, "Arc")]
    [InlineData("!browser_os:Mac OS 10.15.7", "browser_os", FilterOperator.IsNot, "Mac OS 10.15.7")]
    [InlineData("~page_url:check:out", "page_url", FilterOperator.Contains, "check:out")]
    [InlineData("user_username:王小美 \"x\" `} {", "user_username", FilterOperator.Is, "王小美 \"x\" `} {")]
    [InlineData("context_x:line\nbreak", "context_x", FilterOperator.Is, "line\nbreak")]
    public void TryParse_LegalText_RoundTrips(string text, string key, FilterOperator operation, string value)
    {
        Assert.True(MetadataFilter.TryParse(text, out var filter, out _));
        Assert.Equal(new MetadataFilter(key, operation, value), filter);
        Assert.Equal(text, filter.ToString());
    }

    [Theory]
    [InlineData(null, "key:value")]
    [InlineData("", "key:value")]
    [InlineData(":x", "key:value")]
    [InlineData("browser_name", "key:value")]
    [InlineData("browser_name:", "no value")]
    [InlineData("a-b:x", "letters, digits and underscores")]
    [InlineData("1a:x", "letters, digits and underscores")]
    [InlineData("app\"=:x", "letters, digits and underscores")]
    [InlineData("a\n:x", "letters, digits and underscores")]
    [InlineData("a:\0", "not valid text")]
    public void TryParse_AnythingElse_SaysWhy(string? text, string fault)
    {
        Assert.False(MetadataFilter.TryParse(text, out _, out var said));
        Assert.Contains(fault, said);
    }

    [Fact]
    public void TryParse_LoneSurrogateOrEndlessValue_IsRefused()
    {
        Assert.False(MetadataFilter.TryParse("a:\ud83d", out _, out _));
        Assert.False(MetadataFilter.TryParse("a:\ufffd \ude00", out _, out _));
        Assert.True(MetadataFilter.TryParse("a:\ufffd 🚀", out _, out _));
        Assert.False(MetadataFilter.TryParse("a:" + new string('x', MetadataFilter.LongestValue + 1), out _, out _));
    }
}
