using RumPortal.Sandbox.Prometheus.PromQl.Syntax;
using RumPortal.Testing;

namespace RumPortal.UnitTests.Sandbox.Prometheus.PromQl;

public sealed class PromQlParserTests
{
    /// <summary>Each with the words of Prometheus 2.42.</summary>
    public static TheoryData<string, string> Refused { get; } = new()
    {
        { "", "1:1: parse error: no expression found in input" },
        { "# only a comment", "1:1: parse error: no expression found in input" },
        { "sum by (le(x)", "1:11: parse error: unexpected \"(\" in grouping opts, expected \",\" or \")\"" },
        { "sum by a (x)", "1:8: parse error: unexpected identifier \"a\" in grouping opts, expected \"(\"" },
        { "nope(1)", "1:1: parse error: unknown function with name \"nope\"" },
        { "RATE(x[5m])", "1:1: parse error: unknown function with name \"RATE\"" },
        { "rate(x)", "1:6: parse error: expected type range vector in call to function \"rate\", got instant vector" },
        { "abs('x')", "1:5: parse error: expected type instant vector in call to function \"abs\", got string" },
        { "rate(x[5m], 1)", "1:1: parse error: expected 1 argument(s) in call to \"rate\", got 2" },
        { "round()", "1:1: parse error: expected at least 1 argument(s) in call to \"round\", got 0" },
        { "round(x,1,2)", "1:1: parse error: expected at most 2 argument(s) in call to \"round\", got 3" },
        { "sum(x[5m])", "1:5: parse error: expected type instant vector in aggregation expression, got range vector" },
        { "sum(x, 1)", "1:1: parse error: wrong number of arguments for aggregate expression provided, expected 1, got 2" },
        { "sum()", "1:1: parse error: no arguments for aggregate expression provided" },
        { "topk('a', x)", "1:6: parse error: expected type scalar in aggregation parameter, got string" },
        { "1 and 1", "1:1: parse error: set operator \"and\" not allowed in binary scalar expression" },
        { "x and on(a) group_left x", "1:1: parse error: no grouping allowed for \"and\" operation" },
        { "1 + on(a) 1", "1:1: parse error: vector matching only allowed between instant vectors" },
        { "'a' + 'b'", "1:1: parse error: binary expression must contain only scalar and instant vector types" },
        { "x[0s]", "1:3: parse error: duration must be greater than 0" },
        { "x offset 5", "1:10: parse error: unexpected number \"5\" in offset, expected duration" },
        { "x offset 5m offset 5m", "1:1: parse error: offset may not be set multiple times" },
        { "x @ 1 @ 2", "1:1: parse error: @ <timestamp> may not be set multiple times" },
        { "sum(x) offset 5m", "1:1: parse error: offset modifier must be preceded by an instant vector selector or range vector selector or a subquery" },
        { "1[5m:1m]", "1:1: parse error: subquery is only allowed on instant vector, got scalar instead" },
        { "{a=\"\"}", "1:1: parse error: vector selector must contain at least one non-empty matcher" },
        { "x{__name__=\"y\"}", "1:1: parse error: metric name must not be set twice: \"x\" or \"y\"" },
        { "x{a}", "1:4: parse error: unexpected \"}\" in label matching, expected label matching operator" },
        { "x{a=\"b\" c=\"d\"}", "1:9: parse error: unexpected identifier \"c\" in label matching, expected \",\" or \"}\"" },
        { "x\n  y", "2:3: parse error: unexpected identifier \"y\"" },
        { "'open", "1:1: parse error: unterminated quoted string" },
        { "5m", "1:1: parse error: unexpected duration \"5m\"" },
        { "1_000", "1:1: parse error: bad number or duration syntax: \"1\"" },
        { "sin(x)", "1:1: parse error: function \"sin\" is not supported by the sandbox's Prometheus" },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public void Parse_NoQuery_SaysWhatAndWhere(string query, string error)
    {
        var refused = Assert.Throws<PromQlException>(() => PromQlParser.Parse(query));

        Assert.Equal(error, refused.Message);
    }

    [Theory]
    [InlineData("sum")]
    [InlineData("by")]
    [InlineData("a:b:c")]
    [InlineData("sum by (sum, on, bool, offset) (x)")]
    [InlineData("SUM(x) BY (a,)")]
    [InlineData("x{a='b', c!~\"d|e\",}")]
    [InlineData("x[5m:] offset -1h @ end()")]
    [InlineData("x @ start()[5m]")]
    [InlineData("a == bool on(x) group_left(y) b # comment")]
    public void Parse_UnusualSpelling_IsTaken(string query) => Assert.NotNull(PromQlParser.Parse(query));

    [Theory]
    [InlineData("(", 300)]
    [InlineData("-", 300)]
    [InlineData("1 + ", 2_000)]
    [InlineData("abs(", 300)]
    public void Parse_EndlessNesting_IsRefusedBeforeTheStackEnds(string part, int times) =>
        Assert.Throws<PromQlException>(() => PromQlParser.Parse(string.Concat(Enumerable.Repeat(part, times)) + "1"));

    [Fact]
    public void Parse_HostileText_IsAnErrorOrAQueryAndNothingElse()
    {
        foreach (var text in HostileTexts.All)
            foreach (var query in new[] { text, $"x{{a=\"{text}\"}}", $"x[{text}]", $"sum by ({text}) (x)" })
            {
                var failure = Record.Exception(() => PromQlParser.Parse(query));
                Assert.True(failure is null or PromQlException, $"{query}: {failure}");
            }
    }

    [Theory]
    [InlineData("x", true)]
    [InlineData("{a=\"b\"}", true)]
    [InlineData("x[5m]", false)]
    [InlineData("x offset 5m", false)]
    [InlineData("sum(x)", false)]
    [InlineData("1", false)]
    public void ParseSelector_Text_TakesSelectorsOnly(string text, bool taken) =>
        Assert.Equal(taken, Record.Exception(() => PromQlParser.ParseSelector(text)) is null);
}
