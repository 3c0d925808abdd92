using RumPortal.Sandbox.Loki;
using RumPortal.Sandbox.Loki.LogQl.Evaluation;
using RumPortal.Sandbox.Loki.LogQl.Syntax;

namespace RumPortal.UnitTests.Sandbox.Loki.Evaluation;

public sealed class RangeQueryTests
{
    [Fact]
    public void Range_OfWindows_IsOpenOnTheLeftAndClosedOnTheRight()
    {
        var loki = new TestLoki().Add(60, "on the boundary").Add(60.000000001, "just behind").Add(120, "on the next");

        Assert.Equal(["{} 60=1 120=2"], loki.Range("sum(count_over_time({app=\"shop\"}[1m]))", 60, 120, 60));
    }

    [Fact]
    public void Range_WithoutLinesAtAStep_LeavesThePointOut()
    {
        var loki = new TestLoki().Add(30, "a").Add(200, "b");

        Assert.Equal(["{} 60=1 240=1"], loki.Range("sum(count_over_time({app=\"shop\"}[1m]))", 0, 300, 60));
    }

    [Theory]
    [InlineData(30, 130, "0=1 60=1 120=1 180=1")]
    [InlineData(60, 120, "60=1 120=1")]
    [InlineData(90, 90, "60=1 120=1")]
    [InlineData(120, 120, "120=1")]
    public void Range_OfAnyBounds_IsMovedToWholeSteps(double start, double end, string expected) =>
        Assert.Equal([$"{{}} {expected}"], new TestLoki().Range("vector(1)", start, end, 60));

    [Fact]
    public void Range_OfANumber_IsALine() => Assert.Equal(["{} 0=3 60=3"], new TestLoki().Range("1 + 2", 0, 60, 60));

    [Fact]
    public void Range_WithOverlappingWindows_CountsALineInEach()
    {
        var loki = new TestLoki().Add(50, "v=1").Add(70, "v=5");

        Assert.Equal(["{} 60=1 90=6 120=6 150=5"], loki.Range("sum(sum_over_time({app=\"shop\"} | logfmt | unwrap v [1m30s]))", 60, 150, 30));
    }

    [Fact]
    public void Range_WithStepsWiderThanWindows_LooksAtTheLinesInWindowsOnly()
    {
        var loki = TestLoki.With([.. Enumerable.Range(1, 600).Select(i => $"line {i}")]);

        Assert.Equal(["{} 0=0 300=10 600=10"], loki.Range("sum(count_over_time({app=\"shop\"}[10s])) or vector(0)", 0, 600, 300));
        Assert.Equal(20, loki.Statistics.Lines);
    }

    [Fact]
    public void Range_OfALongLookback_IsRefusedLikeTheSplitQueriesOfAFrontend()
    {
        const double Day = 86_400;
        var loki = new TestLoki();

        var error = Assert.Throws<QueryException>(() => loki.Range("sum(count_over_time({app=\"shop\"}[30d]))", 0, 30 * Day, Day));

        Assert.Equal("the query time range exceeds the limit (query length: 1440h0m0s, limit: 30d1h)", error.Message);
        Assert.Empty(loki.Range("sum(count_over_time({app=\"shop\"}[15d]))", 0, 30 * Day, Day));
        Assert.Throws<QueryException>(() => loki.Range("vector(1)", 0, 31 * Day, Day));
    }

    [Fact]
    public void Range_WithTooManySeriesOverAllSteps_IsRefused()
    {
        var loki = new TestLoki(new LokiOptions { MaxSeries = 2 });
        for (var i = 1; i <= 3; i++) loki.Add(i * 60, $"id={i}");

        Assert.Throws<QueryException>(() => loki.Range("sum by (id) (count_over_time({app=\"shop\"} | logfmt [1m]))", 60, 180, 60));
    }

    [Fact]
    public void Range_AtTheEndsOfTime_Ends()
    {
        const long Second = 1_000_000_000;
        var query = (MetricExpression)LogQlParser.Parse("sum(count_over_time({app=\"shop\"}[1m] offset 1h)) or vector(1)");
        var engine = new TestLoki().Backend.Engine;
        var cancelled = TestContext.Current.CancellationToken;

        Assert.Equal(2, Points(long.MaxValue - Second, long.MaxValue, Second));
        Assert.Equal(2, Points(long.MinValue, long.MinValue + Second, Second));
        Assert.Equal(3, Points(-1, 1, 86_400 * Second));
        Assert.Throws<QueryException>(() => Points(-1, 1, long.MaxValue));
        Assert.Throws<QueryException>(() => Points(long.MinValue, long.MaxValue, Second));

        int Points(long start, long end, long step) => Assert.Single(engine.Range(query, start, end, step, new(), cancelled).Series).Points.Count;
    }
}
