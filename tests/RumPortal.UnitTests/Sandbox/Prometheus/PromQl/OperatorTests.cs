using RumPortal.Sandbox.Prometheus.PromQl.Evaluation;

namespace RumPortal.UnitTests.Sandbox.Prometheus.PromQl;

/// <summary>Every expectation is what Prometheus 2.42 answers.</summary>
public sealed class OperatorTests
{
    private static readonly TestPrometheus Prometheus = TestPrometheus.With(
        "n{app=\"a\",os=\"mac\"} 1",
        "n{app=\"a\",os=\"win\"} 3",
        "n{app=\"b\",os=\"mac\"} 2",
        "n{app=\"b\",os=\"win\"} 3",
        "total{app=\"a\"} 4",
        "total{app=\"c\"} 9",
        "owner{app=\"a\",team=\"red\"} 1",
        "owner{app=\"b\",team=\"blue\"} 1");

    [Theory]
    [InlineData("1 - 2 - 3", "-4")]
    [InlineData("2 ^ 3 ^ 2", "512")]
    [InlineData("-2 ^ 2", "-4")]
    [InlineData("2 + 3 * 4", "14")]
    [InlineData("-5 % 3", "-2")]
    [InlineData("1 / 0", "+Inf")]
    [InlineData("0x1F + 017 + 08", "54")]
    [InlineData("1 == bool 1", "1")]
    [InlineData("NaN == bool NaN", "0")]
    [InlineData("1 < bool -Inf", "0")]
    [InlineData("'it\\'s'", "it's")]
    public void Scalars_Combined_AreOneNumber(string query, string expected) => Assert.Equal([expected], Prometheus.Instant(query, 0));

    [Theory]
    [InlineData("sum(n)", "{} 9")]
    [InlineData("sum by (app) (n)", "{app=\"a\"} 4", "{app=\"b\"} 5")]
    [InlineData("sum without (os) (n)", "{app=\"a\"} 4", "{app=\"b\"} 5")]
    [InlineData("sum by (__name__, nope) (n)", "{__name__=\"n\"} 9")]
    [InlineData("min by (os) (n)", "{os=\"mac\"} 1", "{os=\"win\"} 3")]
    [InlineData("max(n)", "{} 3")]
    [InlineData("avg(n)", "{} 2.25")]
    [InlineData("count by (app) (n > 1)", "{app=\"a\"} 1", "{app=\"b\"} 2")]
    [InlineData("group(n)", "{} 1")]
    [InlineData("stdvar(n)", "{} 0.6875")]
    [InlineData("stddev(vector(Inf))", "{} 0")]
    [InlineData("quantile(0.5, n)", "{} 2.5")]
    [InlineData("topk(1, n)", "{__name__=\"n\", app=\"a\", os=\"win\"} 3")]
    [InlineData("bottomk by (app) (1, n)", "{__name__=\"n\", app=\"a\", os=\"mac\"} 1", "{__name__=\"n\", app=\"b\", os=\"mac\"} 2")]
    [InlineData("topk(0, n)")]
    [InlineData("count_values(\"v\", n)", "{v=\"1\"} 1", "{v=\"3\"} 2", "{v=\"2\"} 1")]
    [InlineData("count_values by (app) (\"v\", n{app=\"a\"})", "{app=\"a\", v=\"1\"} 1", "{app=\"a\", v=\"3\"} 1")]
    [InlineData("sum(nope)")]
    public void Aggregation_OfAVector_GroupsByLabels(string query, params string[] expected) => Assert.Equal(expected, Prometheus.Instant(query, 0));

    [Theory]
    [InlineData("n{app=\"a\"} * 2", "{app=\"a\", os=\"mac\"} 2", "{app=\"a\", os=\"win\"} 6")]
    [InlineData("2 < n{app=\"a\"}", "{__name__=\"n\", app=\"a\", os=\"win\"} 3")]
    [InlineData("n{app=\"a\"} > bool 2", "{app=\"a\", os=\"mac\"} 0", "{app=\"a\", os=\"win\"} 1")]
    [InlineData("n / on(app) group_left total", "{app=\"a\", os=\"mac\"} 0.25", "{app=\"a\", os=\"win\"} 0.75")]
    [InlineData("total - ignoring(os) group_right n", "{app=\"a\", os=\"mac\"} 3", "{app=\"a\", os=\"win\"} 1")]
    [InlineData("n{os=\"mac\"} * on(app) group_left(team) owner", "{app=\"a\", os=\"mac\", team=\"red\"} 1", "{app=\"b\", os=\"mac\", team=\"blue\"} 2")]
    [InlineData("n{os=\"mac\"} + ignoring(os) n{os=\"win\"}", "{app=\"a\"} 4", "{app=\"b\"} 5")]
    [InlineData("n{os=\"win\"} == ignoring(os) group_left n{os=\"win\"}", "{__name__=\"n\", app=\"a\", os=\"win\"} 3", "{__name__=\"n\", app=\"b\", os=\"win\"} 3")]
    [InlineData("total > bool on(app) sum by (app) (n)", "{app=\"a\"} 0")]
    [InlineData("total and on(app) n", "{__name__=\"total\", app=\"a\"} 4")]
    [InlineData("total unless on(app) n", "{__name__=\"total\", app=\"c\"} 9")]
    [InlineData("total or on(app) n{os=\"mac\"}", "{__name__=\"total\", app=\"a\"} 4", "{__name__=\"total\", app=\"c\"} 9", "{__name__=\"n\", app=\"b\", os=\"mac\"} 2")]
    [InlineData("sum(nope) or vector(0)", "{} 0")]
    [InlineData("n + nope")]
    public void Vectors_Combined_MatchByLabels(string query, params string[] expected) => Assert.Equal(expected, Prometheus.Instant(query, 0));

    [Theory]
    [InlineData("total * on(app) n", "found duplicate series for the match group {app=\"a\"} on the right hand-side of the operation")]
    [InlineData("n * on(app) total", "multiple matches for labels: many-to-one matching must be explicit (group_left/group_right)")]
    [InlineData("n * on(os) group_left(app) n{app=\"a\"}", "multiple matches for labels: grouping labels must ensure unique matches")]
    [InlineData("topk(Inf, n)", "Scalar value +Inf overflows int64")]
    [InlineData("count_values(\"0v\", n)", "invalid label name \"0v\"")]
    public void Vectors_ThatDoNotFit_Fail(string query, string error) =>
        Assert.StartsWith(error, Assert.Throws<ExecutionException>(() => Prometheus.Instant(query, 0)).Message);
}
