using RumPortal.Sandbox.Tempo.TraceQl.Metrics;

namespace RumPortal.UnitTests.Sandbox.Tempo;

public sealed class TraceMetricsTests
{
    [Theory]
    [InlineData("{} | count_over_time()", "__name__=count_over_time 10=1 20=4 30=2")]
    [InlineData("{} | rate()", "__name__=rate 10=0.1 20=0.4 30=0.2")]
    [InlineData("{ name = \"nothing\" } | rate()", "__name__=rate 10=0 20=0 30=0")]
    [InlineData("{ name = \"nothing\" } | max_over_time(duration)")]
    [InlineData("{} | max_over_time(duration)", "__name__=max_over_time 10=10 20=8 30=2")]
    [InlineData("{} | min_over_time(duration)", "__name__=min_over_time 10=10 20=1 30=1")]
    [InlineData("{} | sum_over_time(span.http.status_code)", "__name__=sum_over_time 10=200 20=503")]
    [InlineData("{} | avg_over_time(duration) > 2", "__name__=avg_over_time 10=10 20=3")]
    [InlineData("{} | count_over_time() by(kind)", "kind=client 10=1 20=2 30=0", "kind=internal 10=0 20=1 30=1", "kind=server 10=0 20=1 30=1")]
    [InlineData("{} | count_over_time() by(span.nothing)", "span.nothing=nil 10=1 20=4 30=2")]
    [InlineData("{} | count_over_time() by(resource.service.name) | topk(1)", "resource.service.name=cart 30=2", "resource.service.name=db 20=2", "resource.service.name=shop 10=1")]
    [InlineData("{} | count_over_time() by(resource.service.name) | bottomk(1)", "resource.service.name=cart 10=0 20=1", "resource.service.name=db 30=0")]
    [InlineData("{} | histogram_over_time(duration)",
        "__bucket=1.073741824 10=0 20=2 30=1", "__bucket=17.179869184 10=1 20=0 30=0", "__bucket=2.147483648 10=0 20=1 30=1", "__bucket=8.589934592 10=0 20=1 30=0")]
    [InlineData("{} | quantile_over_time(duration, .5, 1)", "p=0.5 10=17.1799 20=1.0737 30=1.0737", "p=1 10=17.1799 20=8.5899 30=2.1475")]
    public void Series_OfAFunction_HaveTempoValuesAtTheEndsOfTheIntervals(string query, params string[] expected) =>
        Assert.Equal(expected, TestTempo.WithTwoTraces().Series(query, 5, 25, 10));

    [Fact]
    public void Grid_OfARangeThatDoesNotFitItsStep_IsWidenedWithOneMoreStepBefore()
    {
        var grid = IntervalGrid.Of(100, 160, 30);

        Assert.Equal([90UL, 120, 150, 180], Enumerable.Range(0, grid.Count).Select(grid.TimeOf));
        Assert.Equal([-1, 0, 0, 1, 3, -1], new ulong[] { 60, 61, 90, 91, 180, 181 }.Select(grid.IndexOf));
    }

    [Fact]
    public void Grid_OfAWholeRange_IsOneIntervalWithBothEnds()
    {
        var grid = IntervalGrid.OfWhole(100, 160);

        Assert.Equal([-1, 0, 0, -1], new ulong[] { 99, 100, 160, 161 }.Select(grid.IndexOf));
        Assert.Equal((1, 160UL), (grid.Count, grid.TimeOf(0)));
    }
}
