using RumPortal.Sandbox.Labels;
using RumPortal.Sandbox.Prometheus.Rules;

namespace RumPortal.UnitTests.Sandbox.Prometheus.Rules;

public sealed class RuleGroupEvaluatorTests
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    [Fact]
    public void Evaluate_Rules_StoresResultsUnderTheRulesNameAndLabels()
    {
        var prometheus = TestPrometheus.With("x{app=\"a\",tier=\"raw\"} 1 2", "x{app=\"b\"} 3 4");
        var group = Group(new RecordingRule("x:sum", "sum_over_time(x[1m])", LabelSet.Of(("tier", "1m"))), new RecordingRule("x:all", "sum(x:sum)"), new RecordingRule("x:one", "1"));

        var stored = prometheus.Backend.RuleEvaluator.Evaluate(group, At(60), TestContext.Current.CancellationToken);

        Assert.Equal(4, stored);
        Assert.Equal(["{__name__=\"x:sum\", app=\"a\", tier=\"1m\"} 60=3", "{__name__=\"x:sum\", app=\"b\", tier=\"1m\"} 60=7"], prometheus.Stored("x:sum"));
        Assert.Equal(["{__name__=\"x:all\"} 60=10"], prometheus.Stored("x:all"));
        Assert.Equal(["{__name__=\"x:one\"} 60=1"], prometheus.Stored("x:one"));
    }

    [Fact]
    public void Evaluate_SeriesGone_EndsItOnceAndBeginsItAgain()
    {
        var prometheus = TestPrometheus.With("x{app=\"a\"} 1 1 1 1 1", "x{app=\"b\"} 2 stale _ 2 2");
        var group = Group(new RecordingRule("x:copy", "x"));

        foreach (var second in new[] { 0, 60, 120, 180 }) prometheus.Backend.RuleEvaluator.Evaluate(group, At(second), TestContext.Current.CancellationToken);

        Assert.Equal(["{__name__=\"x:copy\", app=\"a\"} 0=1 60=1 120=1 180=1", "{__name__=\"x:copy\", app=\"b\"} 0=2 60=stale 180=2"], prometheus.Stored("x:copy"));
    }

    [Fact]
    public void Evaluate_TimeBeforeTheNewest_FillsHistoryAndEndsNothing()
    {
        var prometheus = TestPrometheus.With("x{app=\"a\"} 1 stale 1", "x{app=\"b\"} _ 2 stale");
        var group = Group(new RecordingRule("x:copy", "x"));

        foreach (var second in new[] { 120, 60, 0 }) prometheus.Backend.RuleEvaluator.Evaluate(group, At(second), TestContext.Current.CancellationToken);

        Assert.Equal(["{__name__=\"x:copy\", app=\"a\"} 0=1 120=1", "{__name__=\"x:copy\", app=\"b\"} 60=2"], prometheus.Stored("x:copy"));
    }

    [Fact]
    public void Evaluate_Twice_StoresTheSame()
    {
        var prometheus = TestPrometheus.With("x 1 2 3");
        var group = Group(new RecordingRule("x:sum", "sum_over_time(x[1m])"));

        prometheus.Backend.RuleEvaluator.EvaluateGrid(group, At(-1), At(120), TestContext.Current.CancellationToken);
        var again = prometheus.Backend.RuleEvaluator.EvaluateGrid(group, At(-1), At(120), TestContext.Current.CancellationToken);

        Assert.Equal(3, again);
        Assert.Equal(["{__name__=\"x:sum\"} 0=1 60=3 120=5"], prometheus.Stored("x:sum"));
    }

    [Theory]
    [InlineData(0, 120, "60=1 120=1")]
    [InlineData(-61, 0, "-60=1 0=1")]
    [InlineData(1, 59, null)]
    [InlineData(59, 60, "60=1")]
    public void EvaluateGrid_Span_EvaluatesAtWholeIntervalsAfterItsStart(int after, int until, string? expected)
    {
        var prometheus = new TestPrometheus();

        prometheus.Backend.RuleEvaluator.EvaluateGrid(Group(new RecordingRule("one", "1")), At(after), At(until), TestContext.Current.CancellationToken);

        Assert.Equal(expected is null ? [] : [$"{{__name__=\"one\"}} {expected}"], prometheus.Stored("one"));
    }

    [Fact]
    public void Evaluate_GroupLoadedAgain_EndsTheSeriesOfRulesThatAreGone()
    {
        var prometheus = TestPrometheus.With("x 1 2");
        var evaluator = prometheus.Backend.RuleEvaluator;

        evaluator.Evaluate(Group(new("kept", "x"), new("changed", "x"), new("removed", "x")), At(0), TestContext.Current.CancellationToken);
        evaluator.Evaluate(Group(new("kept", "x"), new("changed", "x * 10")), At(60), TestContext.Current.CancellationToken);

        Assert.Equal(["{__name__=\"kept\"} 0=1 60=2"], prometheus.Stored("kept"));
        Assert.Equal(["{__name__=\"changed\"} 0=1 60=20"], prometheus.Stored("changed"));
        Assert.Equal(["{__name__=\"removed\"} 0=1 60=stale"], prometheus.Stored("removed"));
    }

    [Fact]
    public void Evaluate_RuleFails_KeepsItsErrorAndItsSeriesAndTheOtherRulesGoOn()
    {
        var prometheus = TestPrometheus.With("x{app=\"a\"} 1 1 1", "x{app=\"b\"} _ 1 1");
        RecordingRule[] rules = [new("x:pair", "x + on() x"), new("x:merged", "x", LabelSet.Of(("app", "all"))), new("x:count", "count(x)")];
        var group = Group(rules);
        var evaluator = prometheus.Backend.RuleEvaluator;

        Assert.Null(evaluator.HealthOf(rules[0]));
        evaluator.EvaluateGrid(group, At(-1), At(60), TestContext.Current.CancellationToken);

        Assert.StartsWith("found duplicate series", evaluator.HealthOf(rules[0])?.Error);
        Assert.Equal("vector contains metrics with the same labelset after applying rule labels", evaluator.HealthOf(rules[1])?.Error);
        Assert.Null(evaluator.HealthOf(rules[2])?.Error);
        Assert.Equal(["{__name__=\"x:pair\"} 0=2"], prometheus.Stored("x:pair"));
        Assert.Equal(["{__name__=\"x:count\"} 0=1 60=2"], prometheus.Stored("x:count"));
    }

    /// <summary>
    /// The roll-up of density counts: each hour is the sum of its twelve windows of five minutes. A second less than the hour leaves out the
    /// window that ends at its start, whether a version counts the left edge in (2.x) or not (3.x).
    /// </summary>
    [Fact]
    public void Evaluate_RollUp_CountsEachWindowOnce()
    {
        var prometheus = new TestPrometheus();
        var labels = LabelSet.Of(("__name__", "rum_vital_density:count5m"), ("le", "2500"));
        for (var window = 1; window <= 24; window++) prometheus.Backend.Store.Append(labels, window * 300_000L, 1);
        var group = new RuleGroup("roll-ups", "hour", TimeSpan.FromHours(1), [new("rum_vital_density:count1h", "sum_over_time(rum_vital_density:count5m[59m59s])")]);

        prometheus.Backend.RuleEvaluator.EvaluateGrid(group, At(0), At(7_200), TestContext.Current.CancellationToken);

        Assert.Equal(["{__name__=\"rum_vital_density:count1h\", le=\"2500\"} 3600=12 7200=12"], prometheus.Stored("rum_vital_density:count1h"));
    }

    [Theory]
    [InlineData("0x", "1")]
    [InlineData("x", "y[5m]")]
    [InlineData("x", "'text'")]
    public void RecordingRule_ThatCannotBeRecorded_IsRefused(string record, string query) => Assert.Throws<ArgumentException>(() => new RecordingRule(record, query));

    [Fact]
    public void RuleGroup_IntervalBelowASecond_IsRefused() => Assert.Throws<ArgumentOutOfRangeException>(() => new RuleGroup("file", "group", TimeSpan.Zero, []));

    [Fact]
    public void Registry_FileSetAgain_HasItsNewGroupsOnly()
    {
        var registry = new RuleGroupRegistry();
        registry.SetFile("b.yml", [new("b.yml", "x", Minute, [])]);
        registry.SetFile("a.yml", [new("a.yml", "two", Minute, []), new("a.yml", "one", Minute, [])]);
        registry.SetFile("b.yml", [new("b.yml", "y", Minute, [])]);
        registry.Set(new("b.yml", "z", Minute, []));

        Assert.True(registry.Remove("a.yml", "two"));
        Assert.False(registry.Remove("a.yml", "two"));
        Assert.Equal(["a.yml/one", "b.yml/y", "b.yml/z"], registry.Groups.Select(group => $"{group.File}/{group.Name}"));
    }

    private static RuleGroup Group(params RecordingRule[] rules) => new("file", "group", Minute, rules);

    private static DateTimeOffset At(int second) => DateTimeOffset.FromUnixTimeSeconds(second);
}
