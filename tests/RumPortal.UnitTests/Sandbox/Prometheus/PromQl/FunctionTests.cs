using RumPortal.Sandbox.Prometheus.PromQl.Evaluation;

namespace RumPortal.UnitTests.Sandbox.Prometheus.PromQl;

/// <summary>Every expectation is what Prometheus 2.42 answers.</summary>
public sealed class FunctionTests
{
    private static readonly TestPrometheus Prometheus = TestPrometheus.With(
        "c 0 10 20 5 15 25 35 45 55 65 75",
        "g 4 2 8 8 NaN 3 1 1 7 5 6",
        "v{n=\"a\"} _ _ _ _ _ _ _ _ _ _ -2.5",
        "v{n=\"b\"} _ _ _ _ _ _ _ _ _ _ 0.25",
        "v{n=\"c\"} _ _ _ _ _ _ _ _ _ _ NaN",
        "b{le=\"0.1\"} _ _ _ _ _ _ _ _ _ _ 2",
        "b{le=\"0.5\"} _ _ _ _ _ _ _ _ _ _ 6",
        "b{le=\"1.0\"} _ _ _ _ _ _ _ _ _ _ 5",
        "b{le=\"+Inf\"} _ _ _ _ _ _ _ _ _ _ 10");

    [Theory]
    [InlineData("increase(c[10m])", "{} 95")]
    [InlineData("increase(c[5m])", "{} 50")]
    [InlineData("rate(c[5m])", "{} 0.16666666666666669")]
    [InlineData("irate(c[5m])", "{} 0.16666666666666666")]
    [InlineData("rate(c[1m] offset 7m)", "{} 0.08333333333333333")]
    [InlineData("irate(c[1m] offset 7m)", "{} 0.08333333333333333")]
    [InlineData("resets(c[10m])", "{} 1")]
    [InlineData("changes(g[10m])", "{} 8")]
    [InlineData("delta(c[10m])", "{} 75")]
    [InlineData("idelta(c[10m] offset 7m)", "{} -15")]
    [InlineData("deriv(c[2m])", "{} 0.16666666666666666")]
    [InlineData("predict_linear(c[2m], 60)", "{} 85")]
    [InlineData("sum_over_time(g[3m])", "{} 19")]
    [InlineData("avg_over_time(g[3m])", "{} 4.75")]
    [InlineData("min_over_time(g[10m])", "{} 1")]
    [InlineData("max_over_time(g[10m])", "{} 8")]
    [InlineData("count_over_time(g[10m])", "{} 11")]
    [InlineData("last_over_time(g[10m])", "{__name__=\"g\"} 6")]
    [InlineData("present_over_time(g[10m])", "{} 1")]
    [InlineData("stdvar_over_time(g[3m])", "{} 5.1875")]
    [InlineData("stddev_over_time(c[2m])", "{} 8.16496580927726")]
    [InlineData("quantile_over_time(0.5, g[3m])", "{} 5.5")]
    [InlineData("quantile_over_time(2, g[3m])", "{} +Inf")]
    [InlineData("max_over_time(rate(c[2m])[5m:1m])", "{} 0.16666666666666666")]
    public void RangeFunction_OfAWindow_IsPrometheusValue(string query, string expected) => Assert.Equal([expected], Prometheus.Instant(query));

    [Theory]
    [InlineData("increase(c[30s])")]
    [InlineData("irate(c[30s])")]
    [InlineData("deriv(c[30s])")]
    [InlineData("rate(nope[5m])")]
    public void RangeFunction_OfTooFewSamples_HasNoValue(string query) => Assert.Empty(Prometheus.Instant(query));

    [Theory]
    [InlineData("abs(v)", "2.5", "0.25", "NaN")]
    [InlineData("ceil(v)", "-2", "1", "NaN")]
    [InlineData("floor(v)", "-3", "0", "NaN")]
    [InlineData("round(v)", "-2", "0", "NaN")]
    [InlineData("round(v, 0.1)", "-2.5", "0.3", "NaN")]
    [InlineData("sgn(v)", "-1", "1", "NaN")]
    [InlineData("sqrt(v)", "NaN", "0.5", "NaN")]
    [InlineData("log2(v)", "NaN", "-2", "NaN")]
    [InlineData("exp(v * 0)", "1", "1", "NaN")]
    [InlineData("ln(v * 4)", "NaN", "0", "NaN")]
    [InlineData("log10(v * 400)", "NaN", "2", "NaN")]
    [InlineData("clamp(v, -1, 0.1)", "-1", "0.1", "NaN")]
    [InlineData("clamp_min(v, 0)", "0", "0.25", "NaN")]
    [InlineData("clamp_max(v, 0)", "-2.5", "0", "NaN")]
    [InlineData("-v", "2.5", "-0.25", "NaN")]
    [InlineData("timestamp(v offset -1m)", "600", "600", "600")]
    [InlineData("timestamp(v + 0)", "600", "600", "600")]
    public void ElementFunction_OfEachValue_DropsTheName(string query, params string[] values) =>
        Assert.Equal([$"{{n=\"a\"}} {values[0]}", $"{{n=\"b\"}} {values[1]}", $"{{n=\"c\"}} {values[2]}"], Prometheus.Instant(query));

    [Theory]
    [InlineData("absent(nope{a=\"b\",c=~\"d\"})", "{a=\"b\"} 1")]
    [InlineData("absent(nope{a=\"b\",a=\"c\"})", "{} 1")]
    [InlineData("absent(sum(nope{a=\"b\"}))", "{} 1")]
    [InlineData("absent_over_time(nope{a=\"b\"}[5m])", "{a=\"b\"} 1")]
    [InlineData("absent(v)", null)]
    [InlineData("absent_over_time(v[5m])", null)]
    [InlineData("vector(scalar(v))", "{} NaN")]
    [InlineData("vector(scalar(g))", "{} 6")]
    [InlineData("clamp(v, 1, 0)", null)]
    [InlineData("label_replace(g, \"d\", \"$1-${x}$$\", \"__name__\", \"(.)(?P<x>)\")", "{__name__=\"g\", d=\"g-$\"} 6")]
    [InlineData("label_replace(g, \"d\", \"x\", \"__name__\", \"no\")", "{__name__=\"g\"} 6")]
    [InlineData("label_replace(g, \"__name__\", \"\", \"nope\", \"\")", "{} 6")]
    [InlineData("label_join(v{n=\"b\"}, \"d\", \"/\", \"__name__\", \"nope\", \"n\")", "{__name__=\"v\", d=\"v//b\", n=\"b\"} 0.25")]
    [InlineData("histogram_quantile(0.5, b)", "{} 0.4")]
    [InlineData("histogram_quantile(0.1, b)", "{} 0.05")]
    [InlineData("histogram_quantile(0.95, b)", "{} 1")]
    [InlineData("histogram_quantile(0.5, b{le!=\"+Inf\"})", "{} NaN")]
    [InlineData("histogram_quantile(-1, b)", "{} -Inf")]
    [InlineData("histogram_quantile(0.5, v)", null)]
    public void Function_OfAWholeVector_IsPrometheusAnswer(string query, string? expected) =>
        Assert.Equal(expected is null ? [] : [expected], Prometheus.Instant(query));

    [Theory]
    [InlineData("sort(v)", "a", "b", "c")]
    [InlineData("sort_desc(v)", "b", "a", "c")]
    public void Sort_OfAVector_PutsNaNLast(string query, params string[] order) =>
        Assert.Equal(order, Prometheus.Instant(query).Select(sample => sample.Split('"')[3]));

    [Theory]
    [InlineData("label_replace(v, \"0d\", \"x\", \"n\", \".*\")", "invalid destination label name in label_replace(): 0d")]
    [InlineData("label_replace(v, \"n\", \"x\", \"n\", \".*\")", "vector cannot contain metrics with the same labelset")]
    [InlineData("label_join(v, \"d\", \"\", \"0s\")", "invalid source label name in label_join(): 0s")]
    [InlineData("abs({__name__=~\"c|g\"})", "vector cannot contain metrics with the same labelset")]
    [InlineData("rate({__name__=~\"c|g\"}[5m])", "vector cannot contain metrics with the same labelset")]
    [InlineData("-{__name__=~\"c|g\"}", "vector cannot contain metrics with the same labelset")]
    public void Function_WhoseLabelsDoNotFit_Fails(string query, string error) =>
        Assert.Equal(error, Assert.Throws<ExecutionException>(() => Prometheus.Instant(query)).Message);
}
