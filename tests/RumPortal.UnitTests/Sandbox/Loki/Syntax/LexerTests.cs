using RumPortal.Sandbox.Loki.LogQl.Syntax;

namespace RumPortal.UnitTests.Sandbox.Loki.Syntax;

public sealed class LexerTests
{
    [Theory]
    [InlineData("{app=\"x\"}", "{ IDENTIFIER = STRING } $end")]
    [InlineData("|= `a` |~ \"b\" != \"c\" !~ \"d\"", "|= STRING |~ STRING != STRING !~ STRING $end")]
    [InlineData("sum by (a) (rate({}[5m]))", "SUM by ( IDENTIFIER ) ( RATE ( { } RANGE ) ) $end")]
    [InlineData("| count > 5 and rate=\"x\"", "| IDENTIFIER > NUMBER and IDENTIFIER = STRING $end")]
    [InlineData("a > 1h30m b < 20MB c == 1.5", "IDENTIFIER > DURATION IDENTIFIER < BYTES IDENTIFIER == NUMBER $end")]
    [InlineData("offset -5m", "offset DURATION $end")]
    [InlineData("1 - 2 -3", "NUMBER - NUMBER - NUMBER $end")]
    [InlineData("| logfmt --strict --keep-empty a", "| logfmt FUNCTION_FLAG FUNCTION_FLAG IDENTIFIER $end")]
    [InlineData("1e3 .5 5.", "NUMBER NUMBER NUMBER $end")]
    [InlineData("SUM BY (a)(x)", "SUM by ( IDENTIFIER ) ( IDENTIFIER ) $end")]
    [InlineData("a # comment\n b // more\n c /* and */ d", "IDENTIFIER IDENTIFIER IDENTIFIER IDENTIFIER $end")]
    [InlineData("\uFEFF{}", "{ } $end")]
    [InlineData("@ $ ~ 購", "IDENTIFIER IDENTIFIER IDENTIFIER IDENTIFIER $end")]
    public void Tokenize_OfAQuery_FindsTheTokens(string query, string expected) =>
        Assert.Equal(expected, string.Join(' ', Lexer.Tokenize(query).Select(token => token.DisplayName)));

    [Theory]
    [InlineData("\"abc", "literal not terminated", 1, 1)]
    [InlineData("{a=\"b\n\"}", "literal not terminated", 1, 4)]
    [InlineData("{a=`b", "literal not terminated", 1, 4)]
    [InlineData("|~ \"\\d\"", "invalid char escape", 1, 4)]
    [InlineData("{a='b'}", "invalid char literal", 1, 4)]
    [InlineData("a\0", "invalid character NUL", 1, 2)]
    [InlineData("{}[5", "missing closing ']' in duration", 0, 3)]
    [InlineData("{}[5minutes]", "unknown unit \"minutes\" in duration \"5minutes\"", 0, 3)]
    [InlineData("/* x", "comment not terminated", 1, 1)]
    [InlineData("1e", "exponent has no digits", 1, 1)]
    public void Tokenize_OfSomethingElse_EndsWithTheError(string query, string message, int line, int column)
    {
        var last = Lexer.Tokenize(query)[^1];

        Assert.Equal((TokenKind.Invalid, message, line, column), (last.Kind, last.Text, last.Line, last.Column));
    }

    [Fact]
    public void Tokenize_OfSeveralLines_CountsCharactersNotBytes()
    {
        var tokens = Lexer.Tokenize("{a=`購\n👍`,\n 👍=b");

        Assert.Equal([(1, 1), (1, 2), (1, 3), (1, 4), (2, 3), (3, 2), (3, 3), (3, 4), (3, 5)], tokens.Select(token => (token.Line, token.Column)));
    }

    [Fact]
    public void Tokenize_OfAQueryOfManyTokens_StaysLinear()
    {
        var tokens = Lexer.Tokenize(string.Concat(Enumerable.Repeat("a,", 60_000)));

        Assert.Equal(120_001, tokens.Count);
    }
}
