using RumPortal.Clients.Loki.LogQl;
using RumPortal.Clients.Querying;

namespace RumPortal.UnitTests.Clients.LogQl;

public sealed class LogQlRendererTests
{
    private static readonly TimeSpan Minutes5 = TimeSpan.FromMinutes(5);

    private static StreamSelector Shop => new(LabelMatcher.Is("app_name", "shop-web"));

    private static MetricPipeline Lines => new(Shop, new Logfmt());

    public static TheoryData<LogQuery, string> LogQueries => new()
    {
        { new LogQuery(Shop), """{app_name="shop-web"}""" },
        {
            new LogQuery(new StreamSelector(LabelMatcher.IsAnyOf("app_name", ["a.b", "c"]), LabelMatcher.IsNot("kind", "log"), LabelMatcher.IsNoneOf("team", ["x", "y"]), LabelMatcher.Exists("env"))),
            """{app_name=~"a\\.b|c", kind!="log", team!~"x|y", env=~".+"}"""
        },
        {
            new LogQuery(Shop, LineFilter.Contains("a\"b"), LineFilter.Lacks("c"), LineFilter.Matches(Re2.AnyOf(["d", "e"])), LineFilter.MatchesNot(Re2.Literal("f.")), LineFilter.ContainsAny(["g", "h"])),
            """{app_name="shop-web"} |= "a\"b" != "c" |~ "d|e" !~ "f\\." |= "g" or "h" """.TrimEnd()
        },
        { new LogQuery(Shop, new LogfmtFields("session_id", "user_id")), """{app_name="shop-web"} | logfmt session_id, user_id""" },
        {
            new LogQuery(Shop, new Logfmt(), new Json(), new Drop("__error__", "__error_details__"), new Keep("a")),
            """{app_name="shop-web"} | logfmt | json | drop __error__, __error_details__ | keep a"""
        },
        {
            new LogQuery(Shop, new Logfmt(), new LabelFilter(new LabelCondition.Matches(LabelMatcher.Is("type", "x")).And(
                new LabelCondition.Compares("lcp", NumberComparison.Greater, 2500).Or(new LabelCondition.Compares("cls", NumberComparison.GreaterOrEqual, 0.25))))),
            """{app_name="shop-web"} | logfmt | (type="x" and (lcp > 2500 or cls >= 0.25))"""
        },
        {
            new LogQuery(Shop, new Logfmt(), new LineFormat(new LabelTemplate.Sequence(new LabelTemplate.Field("type"), "|{{", new LabelTemplate.Field("value")))),
            """{app_name="shop-web"} | logfmt | line_format "{{.type}}|{{\"{\"}}{{\"{\"}}{{.value}}" """.TrimEnd()
        },
        {
            new LogQuery(Shop, new LabelFormat("t", new LabelTemplate.Choice(
                [
                    new(new TemplateCondition.Is("kind", "a\"b"), "one"),
                    new(new TemplateCondition.StartsWith("event_name", "faro."), new LabelTemplate.Choice([new(new TemplateCondition.IsSet("lcp"), "two")], "three")),
                ],
                "four"))),
            """{app_name="shop-web"} | label_format t="{{if eq .kind \"a\\\"b\"}}one{{else if hasPrefix \"faro.\" .event_name}}{{if .lcp}}two{{else}}three{{end}}{{else}}four{{end}}" """.TrimEnd()
        },
    };

    public static TheoryData<MetricQuery, string> MetricQueries => new()
    {
        { MetricQuery.CountLines(Lines, Minutes5), """count_over_time({app_name="shop-web"} | logfmt [5m])""" },
        {
            MetricQuery.CountLines(Lines, Minutes5).SumBy("session_id", "category"),
            """sum by (session_id, category) (count_over_time({app_name="shop-web"} | logfmt [5m]))"""
        },
        {
            new MetricQuery.OfLines(LineFunction.BytesRate, Lines, Minutes5, TimeSpan.FromSeconds(30)),
            """bytes_rate({app_name="shop-web"} | logfmt [5m] offset 30s)"""
        },
        {
            new MetricQuery.OfNumbers(NumberFunction.AvgOverTime, Lines.Unwrap("lcp"), Minutes5, Grouping.By("browser_name")),
            """avg_over_time({app_name="shop-web"} | logfmt | unwrap lcp | __error__="" [5m]) by (browser_name)"""
        },
        {
            new MetricQuery.Quantile(0.75, Lines.Unwrap("lcp"), Minutes5, Grouping.ByAllBut("user_id")),
            """quantile_over_time(0.75, {app_name="shop-web"} | logfmt | unwrap lcp | __error__="" [5m]) without (user_id)"""
        },
        {
            new MetricQuery.TopK(3, new MetricQuery.Aggregation(AggregationOperator.Max, MetricQuery.CountLines(Lines, Minutes5))),
            """topk(3, max (count_over_time({app_name="shop-web"} | logfmt [5m])))"""
        },
        {
            new MetricQuery.Binary(
                MetricQuery.CountLines(Lines, Minutes5).SumBy("app_name"), BinaryOperator.Divide,
                new MetricQuery.Binary(MetricQuery.CountLines(Lines, Minutes5).SumBy("app_name"), BinaryOperator.Greater, new MetricQuery.Scalar(0.00001)), ["app_name"]),
            """(sum by (app_name) (count_over_time({app_name="shop-web"} | logfmt [5m])) / on (app_name) (sum by (app_name) (count_over_time({app_name="shop-web"} | logfmt [5m])) > 0.00001))"""
        },
    };

    [Theory]
    [MemberData(nameof(LogQueries))]
    public void Text_OfALogQuery_IsThis(LogQuery query, string expected) => Assert.Equal(expected, query.ToString());

    [Theory]
    [MemberData(nameof(MetricQueries))]
    public void Text_OfAMetricQuery_IsThis(MetricQuery query, string expected) => Assert.Equal(expected, query.ToString());

    [Fact]
    public void Selector_ThatAllStreamsWouldPass_IsRefused()
    {
        Assert.Throws<ArgumentException>(() => new StreamSelector());
        Assert.Throws<ArgumentException>(() => new StreamSelector(LabelMatcher.Is("app_name", "")));
        Assert.Throws<ArgumentException>(() => new StreamSelector(LabelMatcher.IsNot("app_name", "x")));
        Assert.Throws<ArgumentException>(() => LabelMatcher.IsAnyOf("app_name", []));
        Assert.Equal("""{app_name=~"a|b"}""", new StreamSelector(LabelMatcher.IsAnyOf("app_name", ["a", "", "b"])).ToString());
    }

    [Fact]
    public void Grouping_OnAFunctionThatCannot_IsRefused() =>
        Assert.Throws<ArgumentException>(() => new MetricQuery.OfNumbers(NumberFunction.SumOverTime, Lines.Unwrap("lcp"), Minutes5, Grouping.By("a")));

    [Fact]
    public void Number_ThatIsNone_IsRefused() => Assert.Throws<ArgumentOutOfRangeException>(() => new MetricQuery.Scalar(double.NaN).ToString());
}
