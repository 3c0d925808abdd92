using RumPortal.Clients.Loki.LogQl;
using RumPortal.Clients.Querying;

namespace RumPortal.UnitTests.Clients.LogQl;

public sealed class LogQlTextTests
{
    [Theory]
    [InlineData("", "\"\"")]
    [InlineData("shop-web", "\"shop-web\"")]
    [InlineData("say \"hi\"", "\"say \\\"hi\\\"\"")]
    [InlineData("C:\\tmp", "\"C:\\\\tmp\"")]
    [InlineData("a\nb\rc\td", "\"a\\nb\\rc\\td\"")]
    [InlineData("\0\u0001\u001f\u007f", "\"\\u0000\\u0001\\u001f\\u007f\"")]
    [InlineData("`raw`", "\"`raw`\"")]
    [InlineData("購物車 🚀", "\"購物車 🚀\"")]
    public void Encode_OfText_EscapesWhatGoWouldRefuse(string text, string expected) => Assert.Equal(expected, QueryString.Encode(text));

    [Fact]
    public void Encode_OfALoneSurrogate_NamesItsReplacement()
    {
        Assert.Equal("\"a\\ufffdb\"", QueryString.Encode("a\uD83Db"));
        Assert.Equal("\"\\ufffd🚀\"", QueryString.Encode("\uDE80🚀"));
    }

    [Theory]
    [InlineData("app_name")]
    [InlineData("_")]
    [InlineData("__error__")]
    [InlineData("A9")]
    [InlineData("duration")]
    [InlineData("category")]
    public void LabelName_OfALegalName_IsTaken(string text)
    {
        Assert.True(LabelName.TryParse(text, out var name));
        Assert.Equal(text, name.ToString());
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("9a")]
    [InlineData("app.name")]
    [InlineData("app-name")]
    [InlineData("app\"=")]
    [InlineData("a b")]
    [InlineData("größe")]
    [InlineData("a\n")]
    [InlineData("by")]
    [InlineData("By")]
    [InlineData("LOGFMT")]
    [InlineData("unless")]
    public void LabelName_OfAnyOtherText_IsRefused(string? text)
    {
        Assert.False(LabelName.TryParse(text, out _));
        if (text is not null) Assert.Throws<ArgumentException>(() => new LabelName(text));
    }

    [Fact]
    public void LabelName_NeverGiven_IsNoName() => Assert.Throws<InvalidOperationException>(() => default(LabelName).ToString());

    [Fact]
    public void Re2_OfTexts_QuotesThem()
    {
        Assert.Equal(@"a\.b\*\(c\)\|\[d\]\{2\}\^\$\\\+\?-/", Re2.Literal(@"a.b*(c)|[d]{2}^$\+?-/").Pattern);
        Assert.Equal(@"a\|b|c", Re2.AnyOf(["a|b", "c"]).Pattern);
        Assert.Equal(@"(?i)a\.b", Re2.IgnoringCase("a.b").Pattern);
        Assert.Throws<ArgumentException>(() => Re2.AnyOf([]));
    }

    [Theory]
    [InlineData(250, "250ms")]
    [InlineData(1_000, "1s")]
    [InlineData(90_000, "90s")]
    [InlineData(300_000, "5m")]
    [InlineData(5_400_000, "90m")]
    [InlineData(86_400_000, "24h")]
    public void Duration_OfMilliseconds_IsInTheLargestWholeUnit(int milliseconds, string expected) =>
        Assert.Equal(expected, QueryDuration.Format(TimeSpan.FromMilliseconds(milliseconds)));

    [Fact]
    public void Duration_ThatQueriesCannotSay_IsRefused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => QueryDuration.Format(TimeSpan.Zero));
        Assert.Throws<ArgumentOutOfRangeException>(() => QueryDuration.Format(TimeSpan.FromMinutes(-5)));
        Assert.Throws<ArgumentOutOfRangeException>(() => QueryDuration.Format(TimeSpan.FromTicks(1)));
    }
}
