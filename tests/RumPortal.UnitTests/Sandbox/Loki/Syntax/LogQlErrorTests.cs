using RumPortal.Sandbox.Loki.LogQl.Syntax;

namespace RumPortal.UnitTests.Sandbox.Loki.Syntax;

/// <summary>The texts of a real Loki where they are known, else of the same form.</summary>
public sealed class LogQlErrorTests
{
    private const string MatcherRequired = "parse error : queries require at least one regexp or equality matcher that does not have an empty-compatible value. "
        + "For instance, app=~\".*\" does not meet this requirement, but app=~\".+\" will";

    [Theory]
    [InlineData("", "parse error : syntax error: unexpected $end")]
    [InlineData("{a=\"b\"", "parse error at line 1, col 7: syntax error: unexpected $end, expecting } or ,")]
    [InlineData("{a=\"b\",}", "parse error at line 1, col 8: syntax error: unexpected }, expecting IDENTIFIER")]
    [InlineData("{a}", "parse error at line 1, col 3: syntax error: unexpected }, expecting = or =~ or !~ or !=")]
    [InlineData("{a=b}", "parse error at line 1, col 4: syntax error: unexpected IDENTIFIER, expecting STRING")]
    [InlineData("{by=\"b\"}", "parse error at line 1, col 2: syntax error: unexpected by, expecting IDENTIFIER or }")]
    [InlineData("unk({ foo = \"bar\" }[5m])", "parse error at line 1, col 1: syntax error: unexpected IDENTIFIER")]
    [InlineData("rate({ foo = \"bar\" }[5minutes])", "parse error at line 0, col 21: unknown unit \"minutes\" in duration \"5minutes\"")]
    [InlineData("rate({ foo = \"bar\" }[5)", "parse error at line 0, col 21: missing closing ']' in duration")]
    [InlineData("min({ foo = \"bar\" }[5m])", "parse error at line 0, col 20: syntax error: unexpected RANGE")]
    [InlineData("stddev({ foo = \"bar\" })", "parse error at line 1, col 23: syntax error: unexpected )")]
    [InlineData("bottomk(he,count_over_time({ foo = \"bar\" }[5h]))", "parse error at line 1, col 9: syntax error: unexpected IDENTIFIER")]
    [InlineData("label_replace(rate({ foo = \"bar\" }[5m]),\"\")", "parse error at line 1, col 43: syntax error: unexpected ), expecting ,")]
    [InlineData("sum by (kind(count_over_time({job=\"faro\"}[6h]))", "parse error at line 1, col 13: syntax error: unexpected (, expecting , or )")]
    [InlineData("{a=\"b\"} | unwrap x", "parse error at line 1, col 9: syntax error: unexpected |")]
    [InlineData("{a=\"b\"} |= x", "parse error at line 1, col 12: syntax error: unexpected IDENTIFIER, expecting STRING or ip")]
    [InlineData("{a=\"b\"} | x =~ 5", "parse error at line 1, col 16: syntax error: unexpected NUMBER, expecting STRING")]
    [InlineData("{a=\"b\"} | x >", "parse error at line 1, col 14: syntax error: unexpected $end")]
    [InlineData("{a=\"b\"} {c=\"d\"}", "parse error at line 1, col 9: syntax error: unexpected {")]
    [InlineData("{}", MatcherRequired)]
    [InlineData("{a=~\".*\"}", MatcherRequired)]
    [InlineData("{a!=\"b\"}", MatcherRequired)]
    [InlineData("sum(rate({a=\"\"}[1m])) + 1", MatcherRequired)]
    [InlineData("{a=~\"(\"}", "parse error : error parsing regexp: missing closing ): `(`")]
    [InlineData("sum(3 ,count_over_time({ foo = \"bar\" }[5h]))", "parse error : unsupported parameter for operation sum(3,")]
    [InlineData("topk(count_over_time({ foo = \"bar\" }[5h]))", "parse error : parameter required for operation topk")]
    [InlineData("bottomk(1.2,count_over_time({ foo = \"bar\" }[5h]))", "parse error : invalid parameter bottomk(1.2,")]
    [InlineData("topk(0,count_over_time({ foo = \"bar\" }[5h]))", "parse error : invalid parameter (must be greater than 0) topk(0")]
    [InlineData("quantile_over_time({a=\"b\"}|unwrap x[1m])", "parse error : parameter required for operation quantile_over_time")]
    [InlineData("rate(1,{a=\"b\"}[1m])", "parse error : parameter 1 not supported for operation rate")]
    [InlineData("absent_over_time({ foo = \"bar\" }[5h]) by (foo)", "parse error : grouping not allowed for absent_over_time aggregation")]
    [InlineData("sum_over_time({a=\"b\"}|unwrap x[1m]) by (foo)", "parse error : grouping not allowed for sum_over_time aggregation")]
    [InlineData("count_over_time({a=\"b\"}|unwrap x[1m])", "parse error : invalid aggregation count_over_time with unwrap")]
    [InlineData("avg_over_time({a=\"b\"}[1m])", "parse error : invalid aggregation avg_over_time without unwrap")]
    [InlineData("sort(rate({a=\"b\"}[1m])) by (x)", "parse error : sort and sort_desc doesn't allow grouping by ")]
    [InlineData("1 and rate({a=\"b\"}[1m])", "parse error : unexpected literal for left leg of logical/set binary operation (and): 1.000000")]
    [InlineData("label_replace(vector(1),\"foo\",\"$1\",\"bar\",\"\\\\q\")", "parse error : invalid regex in label_replace: error parsing regexp: invalid escape sequence: `\\q`")]
    [InlineData("{a=\"b\"} | regexp \"(.)\"", "parse error : invalid regexp parser: at least one named capture must be supplied")]
    [InlineData("{a=\"b\"} | pattern \"x\"", "parse error : invalid pattern parser: at least one capture is required")]
    [InlineData("{a=\"b\"} | pattern \"<x><y>\"", "parse error : invalid pattern parser: found consecutive capture: invalid expression")]
    public void Parse_OfAWrongQuery_SaysWhatAndWhere(string query, string expected) =>
        Assert.Equal(expected, Assert.Throws<LogQlException>(() => LogQlParser.Parse(query)).Message);

    [Theory]
    [InlineData("approx_topk(3, sum by (x) (rate({a=\"b\"}[1m])))", "approx_topk()")]
    [InlineData("rate_counter({a=\"b\"}|unwrap x[1m])", "rate_counter()")]
    [InlineData("variants(rate({a=\"b\"}[1m])) of ({a=\"b\"}[1m])", "variants()")]
    [InlineData("{a=\"b\"} |= ip(\"10.0.0.0/8\")", "ip()")]
    [InlineData("{a=\"b\"} | addr = ip(\"10.0.0.0/8\")", "ip()")]
    [InlineData("{a=\"b\"} |> \"<_> x\"", "the pattern filter |>")]
    [InlineData("{a=\"b\"} !> \"<_> x\"", "the pattern filter !>")]
    [InlineData("{a=\"b\"} | unpack", "unpack")]
    public void Parse_OfWhatIsLeftOut_NamesIt(string query, string feature) =>
        Assert.Equal($"parse error : {feature} is not supported by the sandbox's Loki", Assert.Throws<LogQlException>(() => LogQlParser.Parse(query)).Message);

    [Fact]
    public void Parse_OfATooLongQuery_IsRefusedUnread()
    {
        var query = "{a=\"" + new string('x', LogQlParser.MaxQueryLength) + "\"}";

        Assert.Equal("parse error : input size too long (131078 > 131072)", Assert.Throws<LogQlException>(() => LogQlParser.Parse(query)).Message);
    }

    public static TheoryData<string> Hostile =>
    [
        new string('(', 100_000),
        "sum(" + string.Concat(Enumerable.Repeat("sum(", 20_000)),
        string.Concat(Enumerable.Repeat("vector(1)+", 10_000)) + "vector(1)",
        string.Concat(Enumerable.Repeat("vector(1)^", 10_000)) + "vector(1)",
        "{a=\"b\"}|" + string.Concat(Enumerable.Repeat("x=\"1\" or ", 10_000)) + "x=\"1\"",
        "{a=\"b\"}|" + string.Concat(Enumerable.Repeat("x=\"1\",", 10_000)) + "x=\"1\"",
        "{a=\"b\"}|" + new string('(', 60_000) + "x=\"1\"",
        "{a=~\"" + new string('(', 60_000) + "\"}",
        "{a=~\"((((((a{100}){100}){100}){100}){100}){100})\"}",
        "{a=\"b\"} |= \"\0\"",
        new string('\0', 100_000),
        new string('"', 100_001),
        "{a=\"\ud800\"} | x > 999999999999999999999y",
    ];

    [Theory]
    [MemberData(nameof(Hostile))]
    public void Parse_OfAHostileQuery_FailsWithAText(string query) => Assert.StartsWith("parse error", Assert.Throws<LogQlException>(() => LogQlParser.Parse(query)).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("{}", 0)]
    [InlineData("{a=\"b\",c=~\"d\"}", 2)]
    public void ParseSelector_OfASelector_GivesItsMatchers(string text, int count) => Assert.Equal(count, LogQlParser.ParseSelector(text).Count);

    [Theory]
    [InlineData("{a=\"b\"} |= \"x\"")]
    [InlineData("rate({a=\"b\"}[1m])")]
    public void ParseSelector_OfMore_IsRefused(string text) =>
        Assert.Equal("parse error : only label matchers are supported", Assert.Throws<LogQlException>(() => LogQlParser.ParseSelector(text)).Message);
}
