using System.Globalization;
using System.Text;
using RumPortal.Automation.Render;
using RumPortal.Testing;
using RumPortal.Testing.Rules;

namespace RumPortal.UnitTests.Automation.Render;

/// <summary>Prometheus reads the files, and what it makes of samples is right.</summary>
public sealed class PromtoolTests : IDisposable
{
    private const int PerHour = 12, PerDay = 288;

    private readonly TemporaryFolder _folder = new();
    private readonly VitalRuleRequest _request = DemoRules.Request("shop-web");

    public PromtoolTests() => Assert.SkipUnless(Promtool.IsThere, Promtool.Missing);

    public static TheoryData<string> Names => [.. RuleRequests.All.Keys];

    public void Dispose() => _folder.Dispose();

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Files_ForPrometheus_PassItsCheck(string name)
    {
        var files = VitalRuleRenderer.Render(RuleRequests.All[name]);
        Write("rollups.yaml", RuleFileYaml.Write(files.RollUps));
        Write("alerts.yaml", RuleFileYaml.Write(files.Alerts));

        var (exitCode, output) = await RunAsync("check", "rules", "rollups.yaml", "alerts.yaml");

        Assert.True(exitCode == 0, output);
        Assert.Contains("2 rules found", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Hours_OfARollUp_HoldEverySampleOnce()
    {
        // The sample of interval i is i; five minutes are left for samples to arrive, so that an hour ends one interval early.
        var expected = Enumerable.Range(1, 24).Select(hour => Enumerable.Range((hour * PerHour) - PerHour, PerHour).Sum()).ToList();

        await AssertRollUpAsync("1h", "5m", "rum_vital_density:count5m", "0+1x288", "rum_vital_density:count1h", TimeSpan.FromHours(1), expected);
        Assert.Equal(Enumerable.Range(0, PerDay).Sum(), expected.Sum());
    }

    [Fact]
    public async Task Days_OfARollUp_HoldEveryHourOnce()
    {
        // The sample of the instant 0 belongs to a day before.
        var expected = Enumerable.Range(1, 3).Select(day => Enumerable.Range((day * 24) - 23, 24).Sum()).ToList();

        await AssertRollUpAsync("24h", "1h", "rum_vital_density:count1h", "0+1x72", "rum_vital_density:count1d", TimeSpan.FromDays(1), expected);
        Assert.Equal(Enumerable.Range(1, 72).Sum(), expected.Sum());
    }

    [Theory]
    [InlineData("good a day ago, slow now", 9, 1, 4, 6, "RumVitalNotGood")]
    [InlineData("good and nothing slow a day ago", 10, 0, 4, 6, "RumVitalNotGood")]
    [InlineData("as slow a day ago", 4, 6, 4, 6, "")]
    [InlineData("a little slower than a day ago", 76, 24, 74, 26, "")]
    [InlineData("slower, but p75 still good", 99, 1, 80, 20, "")]
    [InlineData("nobody came a day ago", 0, 0, 4, 6, "")]
    [InlineData("too few to tell", 3, 0, 1, 2, "")]
    public async Task Alert_OnLcp_ComparesWithTheDayBefore(string story, int goodThen, int slowThen, int goodNow, int slowNow, string firing)
    {
        var series = Series("2500", goodThen, goodNow) + Series("3200", slowThen, slowNow);

        var (exitCode, output) = await TestAlertsAsync(series, ("RumVitalNotGood", firing, "warning", slowNow / (double)(goodNow + slowNow), "2500", "is no longer good"));

        Assert.True(exitCode == 0, $"{story}: {output}");
    }

    [Fact]
    public async Task Alert_OnPoorLcp_IsRaisedBesideTheWarning()
    {
        var series = Series("2500", 10, 4) + Series("+Inf", 0, 6);

        var (exitCode, output) = await TestAlertsAsync(
            series,
            ("RumVitalNotGood", "RumVitalNotGood", "warning", 0.6, "2500", "is no longer good"),
            ("RumVitalPoor", "RumVitalPoor", "critical", 0.6, "4000", "has become poor"));

        Assert.True(exitCode == 0, output);
    }

    private async Task AssertRollUpAsync(string group, string step, string source, string values, string target, TimeSpan interval, List<int> expected)
    {
        var rollUps = VitalRuleRenderer.Render(_request).RollUps;
        Write("rules.yaml", RuleFileYaml.Write(new RuleFile([rollUps.Groups.Single(candidate => candidate.Name.EndsWith("-" + group, StringComparison.Ordinal))])));
        const string Labels = """app_name="shop-web", dimensions="page_id", le="2500", vital="lcp" """;
        var test = new StringBuilder($"rule_files: [rules.yaml]\nevaluation_interval: {group}\ntests:\n- interval: {step}\n  input_series:\n");
        test.Append(CultureInfo.InvariantCulture, $"  - series: '{source}{{{Labels}}}'\n    values: '{values}'\n  promql_expr_test:\n");
        for (var i = 0; i < expected.Count; i++)
            test.Append(CultureInfo.InvariantCulture, $"  - expr: '{target}'\n    eval_time: {(int)(interval * (i + 1)).TotalHours}h\n    exp_samples:\n    - labels: '{target}{{{Labels}}}'\n      value: {expected[i]}\n");
        Write("test.yaml", test.ToString());

        var (exitCode, output) = await RunAsync("test", "rules", "test.yaml");

        Assert.True(exitCode == 0, output);
    }

    /// <summary>Values every five minutes: the same through the first day, then others for two hours.</summary>
    private static string Series(string edge, int then, int now) => string.Create(
        CultureInfo.InvariantCulture,
        $"  - series: 'rum_vital_density:count5m{{app_name=\"shop-web\", app_environment=\"production\", dimensions=\"page_id\", scheme=\"vitals-24\", vital=\"lcp\", le=\"{edge}\", page_id=\"/\"}}'\n    values: '{then}x{PerDay} {now}x{2 * PerHour}'\n");

    private Task<(int ExitCode, string Output)> TestAlertsAsync(string series, params (string Alert, string Firing, string Severity, double Share, string Limit, string Change)[] expectations)
    {
        var test = new StringBuilder("rule_files: [rules.yaml]\nevaluation_interval: 5m\ntests:\n- interval: 5m\n  input_series:\n" + series + "  alert_rule_test:\n");
        foreach (var (alert, firing, severity, share, limit, change) in expectations)
        {
            // An hour and a half into the second day: the window holds new values only, and they have lasted.
            test.Append(CultureInfo.InvariantCulture, $"  - eval_time: {(24 * 60) + 90}m\n    alertname: {alert}\n    exp_alerts:{(firing.Length == 0 ? " []" : "")}\n");
            if (firing.Length == 0) continue;
            test.Append(CultureInfo.InvariantCulture, $"    - exp_labels: {{severity: {severity}, vital: lcp, app_name: shop-web, app_environment: production}}\n      exp_annotations:\n");
            test.Append(CultureInfo.InvariantCulture, $"        summary: LCP of shop-web (production) {change}\n");
            test.Append(CultureInfo.InvariantCulture, $"        description: {share * 100:0.##}% of the LCP values of the last 1h are above {limit} ms. p75 stays within it as long as no more than 25% are. 1d earlier the share was smaller by more than 10 points.\n");
        }

        // A day in place of the usual week, and one vital: what is left to evaluate takes no time.
        var alerts = VitalRuleRenderer.Render(_request with { Alerts = new() { Baseline = TimeSpan.FromDays(1) } }).Alerts.Groups.Single();
        Write("rules.yaml", RuleFileYaml.Write(new RuleFile([alerts with { Rules = [.. alerts.Rules.Where(rule => rule.Labels["vital"] == "lcp")] }])));
        Write("test.yaml", test.ToString());
        return RunAsync("test", "rules", "test.yaml");
    }

    private Task<(int ExitCode, string Output)> RunAsync(params string[] arguments) => Promtool.RunAsync(_folder.Path, TestContext.Current.CancellationToken, arguments);

    private void Write(string name, string text) => File.WriteAllText(Path.Combine(_folder.Path, name), text);
}
