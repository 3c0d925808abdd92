namespace RumPortal.UnitTests.Sandbox.Tempo;

public sealed class TraceMetricsTests
{
    [Theory]
    [InlineData("{} | count_over_time()", "__name__=count_over_time 0=0 10=1 20=4 30=2")]
    [InlineData("{} | rate()", "__name__=rate 0=0 10=0.1 20=0.4 30=0.2")]
    [InlineData("{ name = \"nothing\" } | rate()", "__name__=rate 0=0 10=0 20=0 30=0")]
    [InlineData("{ name = \"nothing\" } | max_over_time(duration)")]
    [InlineData("{} | max_over_time(duration)", "__name__=max_over_time 10=10 20=8 30=2")]
    [InlineData("{} | min_over_time(duration)", "__name__=min_over_time 10=10 20=1 30=1")]
    [InlineData("{} | sum_over_time(span.http.status_code)", "__name__=sum_over_time 10=200 20=503")]
    [InlineData("{} | avg_over_time(duration) > 2", "__name__=avg_over_time 10=10 20=3")]
    [InlineData("{} | count_over_time() by(kind)", "kind=client 0=0 10=1 20=2 30=0", "kind=internal 0=0 10=0 20=1 30=1", "kind=server 0=0 10=0 20=1 30=1")]
    [InlineData("{} | count_over_time() by(span.nothing)", "span.nothing=nil 0=0 10=1 20=4 30=2")]
    [InlineData("{} | count_over_time() by(resource.service.name) | topk(1)", "resource.service.name=cart 0=0 30=2", "resource.service.name=db 20=2", "resource.service.name=shop 10=1")]
    [InlineData("{} | count_over_time() by(resource.service.name) | bottomk(1)", "resource.service.name=cart 0=0 10=0", "resource.service.name=db 30=0", "resource.service.name=shop 20=1")]
    [InlineData("{} | histogram_over_time(duration)",
        "__bucket=1.073741824 0=0 10=0 20=2 30=1", "__bucket=17.179869184 0=0 10=1 20=0 30=0", "__bucket=2.147483648 0=0 10=0 20=1 30=1", "__bucket=8.589934592 0=0 10=0 20=1 30=0")]
    [InlineData("{} | quantile_over_time(duration, .5, 1)", "p=0.5 0=0 10=17.1799 20=1.0737 30=1.0737", "p=1 0=0 10=17.1799 20=8.5899 30=2.1475")]
    public void Series_OfAFunction_HaveTempoValuesAtTheEndsOfTheIntervals(string query, params string[] expected) =>
        Assert.Equal(expected, TestTempo.WithTwoTraces().Series(query, 5, 25, 10));
}
