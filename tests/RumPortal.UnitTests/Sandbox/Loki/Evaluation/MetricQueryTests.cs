using RumPortal.Sandbox.Labels;
using RumPortal.Sandbox.Loki;
using RumPortal.Sandbox.Loki.LogQl.Evaluation;

namespace RumPortal.UnitTests.Sandbox.Loki.Evaluation;

public sealed class MetricQueryTests
{
    /// <summary>Seconds 10 to 60 of two apps; the value is the second, "slow" once.</summary>
    private static TestLoki Loki()
    {
        var loki = new TestLoki();
        for (var second = 10; second <= 60; second += 10)
        {
            loki.Add(second, $"v={second} kind=view browser={(second > 30 ? "Arc" : "Chrome")}");
            if (second <= 20) loki.Add(second, $"v={second * 2} kind=view browser=Arc", LabelSet.Of(("app", "docs")));
        }

        return loki;
    }

    [Theory]
    [InlineData("count_over_time({app=\"shop\"}[1m])", "6")]
    [InlineData("count_over_time({app=\"shop\"}[30s])", "3")]
    [InlineData("count_over_time({app=\"shop\"}[30s] offset 30s)", "3")]
    [InlineData("rate({app=\"shop\"}[30s])", "0.1")]
    [InlineData("bytes_over_time({app=\"shop\"}[20s])", "52")]
    [InlineData("bytes_rate({app=\"shop\"}[20s])", "2.6")]
    [InlineData("sum_over_time({app=\"shop\"} | logfmt | unwrap v [1m])", "210")]
    [InlineData("rate({app=\"shop\"} | logfmt | unwrap v [1m])", "3.5")]
    [InlineData("avg_over_time({app=\"shop\"} | logfmt | unwrap v [1m]) by (app)", "35")]
    [InlineData("min_over_time({app=\"shop\"} | logfmt | unwrap v [1m]) by (app)", "10")]
    [InlineData("max_over_time({app=\"shop\"} | logfmt | unwrap v [1m]) by (app)", "60")]
    [InlineData("first_over_time({app=\"shop\"} | logfmt | unwrap v [1m]) by (app)", "10")]
    [InlineData("last_over_time({app=\"shop\"} | logfmt | unwrap v [1m]) by (app)", "60")]
    [InlineData("quantile_over_time(0.5, {app=\"shop\"} | logfmt | unwrap v [1m]) by (app)", "35")]
    [InlineData("quantile_over_time(0, {app=\"shop\"} | logfmt | unwrap v [1m]) by (app)", "10")]
    [InlineData("quantile_over_time(1.5, {app=\"shop\"} | logfmt | unwrap v [1m]) by (app)", "+Inf")]
    [InlineData("stdvar_over_time({app=\"shop\"} | logfmt | unwrap v [30s]) by (app)", "66.66666666666667")]
    public void RangeFunction_OverTheWindow_IsItsValue(string query, string expected) =>
        Assert.Equal([$"{{}} {expected}"], Loki().Instant($"sum({query})"));

    [Theory]
    [InlineData("sum by (app) (count_over_time({app=~\".+\"}[1m]))", "{app=\"docs\"} 2|{app=\"shop\"} 6")]
    [InlineData("sum(count_over_time({app=~\".+\"}[1m])) by (app)", "{app=\"docs\"} 2|{app=\"shop\"} 6")]
    [InlineData("sum without (app, detected_level, service_name) (count_over_time({app=~\".+\"}[1m]))", "{} 8")]
    [InlineData("sum by (browser) (count_over_time({app=~\".+\"} | logfmt [1m]))", "{browser=\"Arc\"} 5|{browser=\"Chrome\"} 3")]
    [InlineData("sum by (missing) (count_over_time({app=\"shop\"} | logfmt [1m]))", "{} 6")]
    [InlineData("avg by (app) (sum_over_time({app=~\".+\"} | logfmt | unwrap v [1m]))", "{app=\"docs\"} 60|{app=\"shop\"} 105")]
    [InlineData("avg_over_time({app=~\".+\"} | logfmt | unwrap v [1m]) by (app)", "{app=\"docs\"} 30|{app=\"shop\"} 35")]
    [InlineData("max_over_time({app=~\".+\"} | logfmt | unwrap v [1m]) by ()", "{} 60")]
    [InlineData("min(min_over_time({app=~\".+\"} | logfmt | unwrap v [1m]))", "{} 10")]
    [InlineData("max(count_over_time({app=~\".+\"}[1m]))", "{} 6")]
    [InlineData("count(count_over_time({app=~\".+\"}[1m]))", "{} 2")]
    [InlineData("stddev(count_over_time({app=~\".+\"}[1m]))", "{} 2")]
    [InlineData("stdvar(count_over_time({app=~\".+\"}[1m]))", "{} 4")]
    [InlineData("topk(1, sum by (app) (count_over_time({app=~\".+\"}[1m])))", "{app=\"shop\"} 6")]
    [InlineData("bottomk(1, sum by (app) (count_over_time({app=~\".+\"}[1m])))", "{app=\"docs\"} 2")]
    [InlineData("topk by (app) (1, sum by (app, browser) (count_over_time({app=~\".+\"} | logfmt [50s])))", "{app=\"docs\", browser=\"Arc\"} 1|{app=\"shop\", browser=\"Arc\"} 3")]
    [InlineData("sort_desc(sum by (app) (count_over_time({app=~\".+\"}[1m])))", "{app=\"shop\"} 6|{app=\"docs\"} 2")]
    [InlineData("sort(sum by (app) (count_over_time({app=~\".+\"}[1m])))", "{app=\"docs\"} 2|{app=\"shop\"} 6")]
    [InlineData("sum(count_over_time({app=\"nope\"}[1m]))", "")]
    [InlineData("absent_over_time({app=\"nope\", x=~\"y\"}[1m])", "{app=\"nope\"} 1")]
    [InlineData("absent_over_time({app=\"shop\"}[1m])", "")]
    [InlineData("label_replace(sum by (app) (count_over_time({app=\"shop\"}[1m])), \"short\", \"${1}!\", \"app\", \"(.).*\")", "{app=\"shop\", short=\"s!\"} 6")]
    [InlineData("label_replace(sum by (app) (count_over_time({app=\"shop\"}[1m])), \"app\", \"\", \"app\", \".*\")", "{} 6")]
    public void Aggregation_OverSeries_GroupsThem(string query, string expected) => Assert.Equal(expected, string.Join('|', Loki().Instant(query)));

    [Theory]
    [InlineData("sum by (app) (count_over_time({app=~\".+\"}[1m])) / 2", "{app=\"docs\"} 1|{app=\"shop\"} 3")]
    [InlineData("2 ^ sum by (app) (count_over_time({app=~\".+\"}[1m]))", "{app=\"docs\"} 4|{app=\"shop\"} 64")]
    [InlineData("sum by (app) (count_over_time({app=~\".+\"}[1m])) % 4", "{app=\"docs\"} 2|{app=\"shop\"} 2")]
    [InlineData("sum by (app) (count_over_time({app=~\".+\"}[1m])) > 3", "{app=\"shop\"} 6")]
    [InlineData("3 < sum by (app) (count_over_time({app=~\".+\"}[1m]))", "{app=\"shop\"} 6")]
    [InlineData("sum by (app) (count_over_time({app=~\".+\"}[1m])) > bool 3", "{app=\"docs\"} 0|{app=\"shop\"} 1")]
    [InlineData("sum by (app) (count_over_time({app=~\".+\"}[1m])) - sum by (app) (count_over_time({app=\"shop\"}[20s]))", "{app=\"shop\"} 4")]
    [InlineData("sum(count_over_time({app=\"docs\"}[1m])) / sum(count_over_time({app=\"nope\"}[1m]))", "")]
    [InlineData("vector(1) / vector(0)", "{} NaN")]
    [InlineData("sum by (app) (count_over_time({app=~\".+\"}[1m])) and sum by (app) (count_over_time({app=\"docs\"}[1m]))", "{app=\"docs\"} 2")]
    [InlineData("sum by (app) (count_over_time({app=~\".+\"}[1m])) unless sum by (app) (count_over_time({app=\"docs\"}[1m]))", "{app=\"shop\"} 6")]
    [InlineData("sum by (app) (count_over_time({app=\"docs\"}[1m])) or vector(0)", "{} 0|{app=\"docs\"} 2")]
    [InlineData("sum by (app, browser) (count_over_time({app=~\".+\"} | logfmt [1m])) / on (app) group_left sum by (app) (count_over_time({app=~\".+\"}[1m]))", "{app=\"docs\", browser=\"Arc\"} 1|{app=\"shop\", browser=\"Arc\"} 0.5|{app=\"shop\", browser=\"Chrome\"} 0.5")]
    [InlineData("sum by (app) (count_over_time({app=\"shop\"}[1m])) * on (app) group_right sum by (app, browser) (count_over_time({app=\"shop\"} | logfmt [1m]))", "{app=\"shop\", browser=\"Arc\"} 18|{app=\"shop\", browser=\"Chrome\"} 18")]
    [InlineData("sum by (app) (count_over_time({app=\"docs\"}[1m])) + ignoring (app) vector(1)", "{} 3")]
    [InlineData("1 + 2 * 3", "7")]
    public void Operator_BetweenVectors_MatchesByLabels(string query, string expected) => Assert.Equal(expected, string.Join('|', Loki().Instant(query)));

    [Theory]
    [InlineData("sum by (app) (count_over_time({app=\"shop\"}[1m])) + on (x) sum by (app) (count_over_time({app=~\".+\"}[1m]))",
        "found duplicate series on the right hand-side;many-to-many matching not allowed: matching labels must be unique on one side")]
    [InlineData("sum by (app) (count_over_time({app=~\".+\"}[1m])) + on (x) vector(1)", "multiple matches for labels: many-to-one matching must be explicit (group_left/group_right)")]
    public void Operator_WithoutAUniqueMatch_IsAnInternalError(string query, string expected)
    {
        var error = Assert.Throws<QueryException>(() => Loki().Instant(query));

        Assert.Equal((500, expected), (error.Status, error.Message));
    }

    [Fact]
    public void Unwrap_OfAValueThatIsNoNumber_FailsTheQuery()
    {
        var loki = Loki().Add(55, "v=slow");

        var error = Assert.Throws<QueryException>(() => loki.Instant("sum(sum_over_time({app=\"shop\"} | logfmt | unwrap v [1m]))"));

        Assert.Equal(
            """
            pipeline error: 'SampleExtractionErr' for series: '{__error__="SampleExtractionErr", __error_details__="strconv.ParseFloat: parsing \"slow\": invalid syntax", app="shop", detected_level="unknown", service_name="shop", v="slow"}'.
            Use a label filter to intentionally skip this error. (e.g | __error__!="SampleExtractionErr").
            To skip all potential errors you can match empty errors.(e.g __error__="")
            The label filter can also be specified after unwrap. (e.g | unwrap latency | __error__="" )

            """.ReplaceLineEndings("\n"),
            error.Message);
        Assert.Equal(["{} 210"], loki.Instant("sum(sum_over_time({app=\"shop\"} | logfmt | unwrap v | __error__=\"\" [1m]))"));
    }

    [Theory]
    [InlineData("duration(t)", "91.5")]
    [InlineData("bytes(s)", "1500")]
    [InlineData("t2", "7")]
    public void Unwrap_WithAConversion_ReadsTheUnit(string unwrap, string expected) => Assert.Equal(
        [$"{{}} {expected}"], TestLoki.With("t=1m31.5s s=1.5KB t2=7", "t2=").Instant($"sum(sum_over_time({{app=\"shop\"}} | logfmt | unwrap {unwrap} [1m]))"));

    [Fact]
    public void ParserErrors_AskedFor_BecomeSeries() => Assert.Equal(
        ["{__error__=\"JSONParserErr\"} 1", "{} 1"],
        TestLoki.With("{\"a\":1}", "no json").Instant("sum by (__error__) (count_over_time({app=\"shop\"} | json [1m]))").Order(StringComparer.Ordinal));

    [Fact]
    public void LogfmtList_UnderAGrouping_YieldsTheFirstListedLabelOfTheLineOnly()
    {
        var loki = TestLoki.With("version=1 browser=Arc os=Mac", "version=2 browser=Chrome os=Mac");

        Assert.Equal(
            ["{version=\"1\"} 1", "{version=\"2\"} 1"],
            loki.Instant("sum by (version, browser, os) (count_over_time({app=\"shop\"} | logfmt version, browser, os [1m]))"));
        Assert.Empty(loki.Instant("sum by (os) (count_over_time({app=\"shop\"} | logfmt version, os | os!=\"\" [1m]))"));
        Assert.Equal(
            ["{browser=\"Arc\", os=\"Mac\", version=\"1\"} 1", "{browser=\"Chrome\", os=\"Mac\", version=\"2\"} 1"],
            loki.Instant("sum by (version, browser, os) (count_over_time({app=\"shop\"} | logfmt [1m]))"));
    }

    [Fact]
    public void Result_OfTooManySeries_IsRefused()
    {
        var loki = new TestLoki(new LokiOptions { MaxSeries = 2 });
        for (var i = 1; i <= 3; i++) loki.Add(i, $"id={i}");

        var error = Assert.Throws<QueryException>(() => loki.Instant("sum by (id) (count_over_time({app=\"shop\"} | logfmt [1m]))"));

        Assert.Equal(400, error.Status);
        Assert.StartsWith("maximum number of series (2) reached for a single query; consider reducing query cardinality", error.Message, StringComparison.Ordinal);
        Assert.Throws<QueryException>(() => loki.Instant("topk(1, sum by (id) (count_over_time({app=\"shop\"} | logfmt [1m])))"));
        Assert.Equal(["{} 3"], loki.Instant("count(count_over_time({app=\"shop\"} | logfmt [1m]))"));
    }

    [Fact]
    public void Instant_OfALongLookback_IsRefusedUnlessItCanBeSplit()
    {
        var error = Assert.Throws<QueryException>(() => Loki().Instant("avg_over_time({app=\"shop\"} | logfmt | unwrap v [31d])"));

        Assert.Equal("the query time range exceeds the limit (query length: 744h0m0s, limit: 30d1h)", error.Message);
        Assert.Equal(["{} 6"], Loki().Instant("sum(count_over_time({app=\"shop\"}[31d]))"));
    }
}
