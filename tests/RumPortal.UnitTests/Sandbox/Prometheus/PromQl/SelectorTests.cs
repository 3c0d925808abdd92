using RumPortal.Sandbox.Prometheus;
using RumPortal.Sandbox.Prometheus.PromQl.Evaluation;

namespace RumPortal.UnitTests.Sandbox.Prometheus.PromQl;

public sealed class SelectorTests
{
    [Theory]
    [InlineData(0, "{__name__=\"x\"} 1")]
    [InlineData(59.999, "{__name__=\"x\"} 1")]
    [InlineData(60, "{__name__=\"x\"} 2")]
    [InlineData(360, "{__name__=\"x\"} 2")]
    [InlineData(360.001, null)]
    [InlineData(-0.001, null)]
    public void Instant_Selector_LooksBackFiveMinutes(double second, string? expected) =>
        Assert.Equal(expected is null ? [] : [expected], TestPrometheus.With("x 1 2").Instant("x", second));

    [Theory]
    [InlineData(119, "{__name__=\"x\"} 2")]
    [InlineData(120, null)]
    [InlineData(179, null)]
    [InlineData(180, "{__name__=\"x\"} 4")]
    public void Instant_StaleMarker_EndsTheSeriesUntilItComesBack(double second, string? expected) =>
        Assert.Equal(expected is null ? [] : [expected], TestPrometheus.With("x 1 2 stale 4").Instant("x", second));

    [Fact]
    public void Range_StaleMarker_IsNoSample() =>
        Assert.Equal(["{__name__=\"x\"} 0=1 60=2 180=4"], TestPrometheus.With("x 1 2 stale 4").Instant("x[5m]", 180));

    [Theory]
    [InlineData("x[2m]", "{__name__=\"x\"} 480=9 540=10 600=11")]
    [InlineData("x[2m] offset 1m", "{__name__=\"x\"} 420=8 480=9 540=10")]
    [InlineData("x[1m] offset -1m", "{__name__=\"x\"} 600=11 660=12")]
    [InlineData("x[1m] @ 120", "{__name__=\"x\"} 60=2 120=3")]
    [InlineData("x[1m] @ 120 offset 1m", "{__name__=\"x\"} 0=1 60=2")]
    [InlineData("(x + 1)[3m:90s]", "{} 450=9 540=11")]
    [InlineData("(x + 1)[2m:]", "{} 480=10 540=11 600=12")]
    public void Instant_RangeVector_HoldsBothEdges(string query, string expected) =>
        Assert.Equal([expected], TestPrometheus.With("x 1 2 3 4 5 6 7 8 9 10 11 12").Instant(query));

    [Theory]
    [InlineData("x", "{__name__=\"x\"} 0=1 60=2 120=3 180=4")]
    [InlineData("x @ start()", "{__name__=\"x\"} 0=1 60=1 120=1 180=1")]
    [InlineData("x @ end() offset 1m", "{__name__=\"x\"} 0=3 60=3 120=3 180=3")]
    [InlineData("sum_over_time((x @ end())[1m:1m])", "{} 0=8 60=8 120=8 180=8")]
    [InlineData("x > 2", "{__name__=\"x\"} 120=3 180=4")]
    [InlineData("time()", "{} 0=0 60=60 120=120 180=180")]
    [InlineData("nope", null)]
    public void Range_Query_HasAPointForEachStep(string query, string? expected) =>
        Assert.Equal(expected is null ? [] : [expected], TestPrometheus.With("x 1 2 3 4").Range(query, 0, 180, 60));

    [Fact]
    public void Query_MoreSamplesThanAllowed_Fails()
    {
        var prometheus = new TestPrometheus(new PrometheusOptions { MaxQuerySamples = 100 });

        var failure = Assert.Throws<ExecutionException>(() => prometheus.Instant("sum_over_time(nope[1y:1s])"));

        Assert.Equal("query processing would load too many samples into memory in query execution", failure.Message);
    }

    [Fact]
    public void Query_Cancelled_Stops()
    {
        var prometheus = TestPrometheus.With("x 1");
        var expression = RumPortal.Sandbox.Prometheus.PromQl.Syntax.PromQlParser.Parse("sum_over_time(x[1y:1s])");

        Assert.Throws<OperationCanceledException>(() => prometheus.Backend.Engine.Instant(expression, 0, new CancellationToken(canceled: true)));
    }
}
