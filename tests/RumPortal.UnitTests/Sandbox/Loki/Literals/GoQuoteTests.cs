using RumPortal.Sandbox.Literals;

namespace RumPortal.UnitTests.Sandbox.Loki.Literals;

public sealed class GoQuoteTests
{
    [Theory]
    [InlineData("plain", "\"plain\"")]
    [InlineData("say \"hi\"\\\n\t", "\"say \\\"hi\\\"\\\\\\n\\t\"")]
    [InlineData("\u0001\u007f", "\"\\x01\\x7f\"")]
    [InlineData("購物車 👍", "\"購物車 👍\"")]
    [InlineData("a\u00a0b\u2028", "\"a\\u00a0b\\u2028\"")]
    public void Quote_OfText_EscapesWhatDoesNotPrint(string text, string expected) => Assert.Equal(expected, GoQuote.Quote(text));

    [Theory]
    [InlineData("\"a\\x41\\101\\u0041\\U00000041\"", "aAAAA")]
    [InlineData("\"\\xe8\\xb3\\xbc\"", "購")]
    [InlineData("\"\\a\\b\\f\\n\\r\\t\\v\\\\\\\"\"", "\a\b\f\n\r\t\v\\\"")]
    [InlineData("`raw \\d \"x\"`", "raw \\d \"x\"")]
    public void TryUnquote_OfALiteral_DecodesIt(string literal, string expected)
    {
        Assert.True(GoQuote.TryUnquote(literal, out var text));
        Assert.Equal(expected, text);
    }

    [Theory]
    [InlineData("\"\\d\"")]
    [InlineData("\"\\'\"")]
    [InlineData("\"\\x4\"")]
    [InlineData("\"\\ud800\"")]
    [InlineData("\"\\777\"")]
    [InlineData("\"a\nb\"")]
    [InlineData("\"a\"b\"")]
    [InlineData("'a'")]
    [InlineData("\"")]
    public void TryUnquote_OfSomethingElse_Refuses(string literal) => Assert.False(GoQuote.TryUnquote(literal, out _));
}
