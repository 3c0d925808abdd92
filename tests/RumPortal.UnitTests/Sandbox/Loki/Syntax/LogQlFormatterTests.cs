using RumPortal.Sandbox.Loki.LogQl.Syntax;

namespace RumPortal.UnitTests.Sandbox.Loki.Syntax;

/// <summary>Parser and formatter together: the normal form shows what was understood.</summary>
public sealed class LogQlFormatterTests
{
    [Theory]
    [InlineData("{ a = `b` ,c!~\"d.+\"}", "{a=\"b\", c!~\"d.+\"}")]
    [InlineData("({a=\"b\"} |= `x` or \"y\" != `p` or `q`)", "{a=\"b\"} |= \"x\" or \"y\" != \"p\" != \"q\"")]
    [InlineData("{a=\"b\"}|logfmt --strict x,y=\"z\"|json|json q=\"a.b[0]\"", "{a=\"b\"} | logfmt --strict x=\"x\",y=\"z\" | json | json q=\"a.b[0]\"")]
    [InlineData("{a=\"b\"}|regexp `(?P<x>.)`|pattern `<y> z`|decolorize", "{a=\"b\"} | regexp \"(?P<x>.)\" | pattern \"<y> z\" | decolorize")]
    [InlineData("{a=\"b\"}|line_format `{{.x}}`|label_format p=q,r=`{{.s}}`|keep a,b=`c`|drop __error__", "{a=\"b\"} | line_format \"{{.x}}\" | label_format p=q,r=\"{{.s}}\" | keep a,b=\"c\" | drop __error__")]
    [InlineData("{a=\"b\"}|x>5|y<=1.5h|z!=2KB|w==-1e3", "{a=\"b\"} | x>5 | y<=1h30m0s | z!=2.0kB | w==-1000")]
    [InlineData("{a=\"b\"}|p=`1` and q=`2` or r=`3`", "{a=\"b\"} | ( ( p=\"1\" , q=\"2\" ) or r=\"3\" )")]
    [InlineData("{a=\"b\"}|p=`1` or q=`2` and r=`3`", "{a=\"b\"} | ( p=\"1\" or ( q=\"2\" , r=\"3\" ) )")]
    [InlineData("{a=\"b\"}|p=`1`,q=`2` or r=`3`", "{a=\"b\"} | ( p=\"1\" , ( q=\"2\" or r=\"3\" ) )")]
    [InlineData("{a=\"b\"}|p=`1` or q=`2`,r=`3`", "{a=\"b\"} | ( p=\"1\" or ( q=\"2\" , r=\"3\" ) )")]
    [InlineData("{a=\"b\"}|(p=`1` or q=`2`) r=`3`", "{a=\"b\"} | ( ( p=\"1\" or q=\"2\" ) , r=\"3\" )")]
    [InlineData("rate({a=\"b\"}[90s] offset 1m)", "rate({a=\"b\"}[1m30s] offset 1m0s)")]
    [InlineData("rate({a=\"b\"}[1m]|=`x`)", "rate({a=\"b\"} |= \"x\"[1m])")]
    [InlineData("rate(({a=\"b\"} |= `x`)[1m])", "rate({a=\"b\"} |= \"x\"[1m])")]
    [InlineData("rate(({a=\"b\"} |= `x` [1m]))", "rate({a=\"b\"} |= \"x\"[1m])")]
    [InlineData("quantile_over_time(0.75,{a=\"b\"}|logfmt|unwrap duration(x)|__error__=``[1m])by(y)", "quantile_over_time(0.75,{a=\"b\"} | logfmt | unwrap duration(x) | __error__=\"\"[1m]) by (y)")]
    [InlineData("sum(rate({a=\"b\"}[1m]))by(x,y)", "sum by (x,y)(rate({a=\"b\"}[1m]))")]
    [InlineData("topk without(x)(3,rate({a=\"b\"}[1m]))", "topk without (x)(3,rate({a=\"b\"}[1m]))")]
    [InlineData("rate({a=\"b\"}[1m])+rate({c=\"d\"}[1m])*2", "(rate({a=\"b\"}[1m]) + (rate({c=\"d\"}[1m]) * 2))")]
    [InlineData("vector(1)-vector(2)-vector(3)", "((vector(1.000000) - vector(2.000000)) - vector(3.000000))")]
    [InlineData("vector(1)^vector(2)^vector(3)", "(vector(1.000000) ^ (vector(2.000000) ^ vector(3.000000)))")]
    [InlineData("vector(1)>bool ignoring(x)group_left(y)vector(2)", "(vector(1.000000) > bool ignoring (x) group_left (y) vector(2.000000))")]
    [InlineData("vector(1) or vector(2) and vector(3) unless vector(4)", "(vector(1.000000) or ((vector(2.000000) and vector(3.000000)) unless vector(4.000000)))")]
    [InlineData("1+2*3^2", "19")]
    [InlineData("-1 - -2", "1")]
    [InlineData("label_replace(vector(1),`a`,`$1`,`b`,`(.*)`)", "label_replace(vector(1.000000),\"a\",\"$1\",\"b\",\"(.*)\")")]
    public void Format_OfAParsedQuery_IsTheNormalForm(string query, string expected)
    {
        var formatted = LogQlFormatter.Format(LogQlParser.Parse(query));

        Assert.Equal(expected, formatted);
        Assert.Equal(expected, LogQlFormatter.Format(LogQlParser.Parse(formatted)));
    }

    [Theory]
    [InlineData("1/0", "NaN")]
    [InlineData("1 % 0", "NaN")]
    [InlineData("5 >= 5", "1")]
    [InlineData("5 != 5", "0")]
    public void Format_OfNumbers_IsTheirResult(string query, string expected) => Assert.Equal(expected, LogQlFormatter.Format(LogQlParser.Parse(query)));

    [Fact]
    public void Prettify_OfALongQuery_BreaksAndIndentsIt()
    {
        const string Query = "sum by (app_name, vital) (quantile_over_time(0.75, {app_name=\"shop-web\", kind=\"measurement\"} |= \" lcp=\" != \"x\" "
            + "| logfmt | label_format vital=`lcp` | browser_name=\"Arc\" | unwrap lcp | __error__=\"\" [5m] offset 30s) by (app_name)) / 2";

        Assert.Equal(
            """
              sum by (app_name, vital)(
                quantile_over_time(
                  0.75,
                  {app_name="shop-web", kind="measurement"}
                    |= " lcp=" != "x"
                    | logfmt
                    | label_format vital="lcp"
                    | browser_name="Arc"
                    | unwrap lcp
                    | __error__="" [5m] offset 30s
                ) by (app_name)
              )
            /
              2
            """.ReplaceLineEndings("\n"),
            LogQlPrettifier.Format(LogQlParser.Parse(Query)));
    }

    [Fact]
    public void Prettify_OfAShortQuery_IsOneLine() =>
        Assert.Equal("sum(rate({a=\"b\"}[1m]))", LogQlPrettifier.Format(LogQlParser.Parse("sum( rate( {a=\"b\"} [1m] ) )")));
}
