using RumPortal.Clients.Prometheus.PromQl;
using RumPortal.Clients.Querying;
using RumPortal.Testing;

namespace RumPortal.UnitTests.Clients.PromQl;

public sealed class PromQlRendererTests
{
    private static readonly SeriesSelector Density = new("rum_vital_density:count5m", LabelMatcher.Is("app_name", "shop-web"));
    private static readonly PromQuery Sum = new PromQuery.OverTime(RangeFunction.SumOverTime, Density, TimeSpan.FromHours(1));

    public static TheoryData<PromQuery, string> Queries => new()
    {
        { new PromQuery.Latest(new SeriesSelector("up")), "up" },
        { new PromQuery.Latest(new SeriesSelector("up", LabelMatcher.IsNot("job", "a")), TimeSpan.FromDays(7)), "up{job!=\"a\"} offset 168h" },
        {
            new PromQuery.OverTime(RangeFunction.CountOverTime, Density, TimeSpan.FromMilliseconds(299_999), TimeSpan.FromSeconds(30)),
            """count_over_time(rum_vital_density:count5m{app_name="shop-web"}[299999ms] offset 30s)"""
        },
        { Sum.SumBy("vital", "le"), """sum by (vital, le) (sum_over_time(rum_vital_density:count5m{app_name="shop-web"}[1h]))""" },
        {
            new PromQuery.Aggregation(AggregationOperator.Max, Sum, Grouping.ByAllBut("le")),
            """max without (le) (sum_over_time(rum_vital_density:count5m{app_name="shop-web"}[1h]))"""
        },
        { new PromQuery.Aggregation(AggregationOperator.Count, new PromQuery.Latest(new SeriesSelector("up"))), "count (up)" },
        { new PromQuery.TopK(3, new PromQuery.Latest(new SeriesSelector("up"))), "topk(3, up)" },
        { new PromQuery.TopK(3, new PromQuery.Latest(new SeriesSelector("up")), Lowest: true), "bottomk(3, up)" },
        {
            new PromQuery.Binary(new PromQuery.Latest(new SeriesSelector("a")), BinaryOperator.Divide, new PromQuery.Latest(new SeriesSelector("b")), ["app_name"]),
            "(a / on (app_name) b)"
        },
        {
            new PromQuery.Binary(new PromQuery.Latest(new SeriesSelector("a")), BinaryOperator.GreaterOrEqual, new PromQuery.Scalar(0.000001)),
            "(a >= 0.000001)"
        },
        {
            new PromQuery.Latest(new SeriesSelector("m", LabelMatcher.IsAnyOf("a", ["x.y", "z"]), LabelMatcher.IsNoneOf("b", ["1", "2"]), LabelMatcher.Contains("c", "(x"), LabelMatcher.IsAbsent("d"))),
            """m{a=~"x\\.y|z", b!~"1|2", c=~"(?is).*\\(x.*", d=""}"""
        },
    };

    [Theory]
    [MemberData(nameof(Queries))]
    public void Text_OfAQuery_IsThis(PromQuery query, string expected) => Assert.Equal(expected, query.ToString());

    [Theory]
    [InlineData("up")]
    [InlineData("rum_vital_density:count5m")]
    [InlineData("_:")]
    public void MetricName_OfLegalText_StaysAsItIs(string name) => Assert.Equal(name, new MetricName(name).ToString());

    [Theory]
    [InlineData("")]
    [InlineData("5m")]
    [InlineData("a-b")]
    [InlineData("a{b=\"c\"}")]
    [InlineData("größe")]
    public void MetricName_OfOtherText_IsRefused(string name) => Assert.Throws<ArgumentException>(() => new MetricName(name));

    [Fact]
    public void Value_OfAnyText_StaysInsideItsString()
    {
        foreach (var text in HostileTexts.All)
        {
            var query = new SeriesSelector("m", LabelMatcher.Is("a", text)).ToString();

            Assert.StartsWith("m{a=\"", query, StringComparison.Ordinal);
            Assert.EndsWith("\"}", query, StringComparison.Ordinal);
            Assert.DoesNotContain('\n', query);
            Assert.DoesNotMatch("""(?<!\\)(?:\\\\)*".""", query[5..^1]);
        }
    }

    [Fact]
    public void Number_ThatIsNotFinite_IsRefused() => Assert.Throws<ArgumentOutOfRangeException>(() => new PromQuery.Scalar(double.NaN).ToString());
}
