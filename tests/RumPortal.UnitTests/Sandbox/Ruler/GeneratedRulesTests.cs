using System.Globalization;
using RumPortal.Automation.Render;
using RumPortal.Domain.Vitals;
using RumPortal.Sandbox.Loki;
using RumPortal.Sandbox.Loki.Ingest;
using RumPortal.Sandbox.Prometheus;
using RumPortal.Sandbox.Prometheus.PromQl.Evaluation;
using RumPortal.Sandbox.Prometheus.PromQl.Syntax;
using RumPortal.Sandbox.Prometheus.Rules;
using RumPortal.Sandbox.Ruler;
using RumPortal.Sandbox.Ruler.Files;
using RumPortal.Testing;
using RumPortal.Testing.Conformance;
using RumPortal.Testing.Rules;
using RumPortal.UnitTests.Faro;

namespace RumPortal.UnitTests.Sandbox.Ruler;

/// <summary>The texts of the generator, evaluated by the sandbox's ruler over recorded lines, against counting by hand.</summary>
public sealed class GeneratedRulesTests
{
    private static readonly DateTimeOffset From = new(2026, 11, 20, 0, 0, 0, TimeSpan.Zero), To = From.AddHours(8);

    [Fact]
    public async Task Buckets_OfRecordedLines_HoldEachMeasurementOnce()
    {
        var (ruler, prometheus) = await LoadAsync();
        var expected = CountByHand();

        var (recorded, rolledUp) = new RuleHistory(ruler, prometheus).Evaluate(From, To, TestContext.Current.CancellationToken);

        Assert.Equal(0, recorded.Failed);
        Assert.True(expected.Count > 100, $"only {expected.Count} buckets");
        Assert.Equal(expected, Counts(prometheus, """sum by (vital, le, app_version, browser_name) (sum_over_time(rum_vital_density:count5m{dimensions="app_version,browser_name,browser_os"}[1d]))"""));
        Assert.True(rolledUp > 0);
        Assert.Equal(expected, Counts(prometheus, """sum by (vital, le, app_version, browser_name) (sum_over_time(rum_vital_density:count1h{dimensions="app_version,browser_name,browser_os"}[1d]))"""));
    }

    [Fact]
    public async Task Sets_OfOneApp_CountTheSameMeasurements()
    {
        var (ruler, prometheus) = await LoadAsync();

        new RuleHistory(ruler, prometheus).Evaluate(From, To, TestContext.Current.CancellationToken);

        var counts = Counts(prometheus, "sum by (dimensions) (sum_over_time(rum_vital_density:count5m[1d]))");
        Assert.Equal(["""{dimensions="app_version,browser_name,browser_os"}""", """{dimensions="page_id"}"""], counts.Keys);
        Assert.Single(counts.Values.Distinct());
    }

    [Fact]
    public void Expressions_OfAnyAppName_AreReadAsTheyWereWritten()
    {
        foreach (var name in HostileTexts.All.Where(name => name.Length > 0))
        {
            var files = VitalRuleRenderer.Render(DemoRules.Request(name));
            foreach (var file in new[] { files.Density, files.RollUps, files.Alerts })
            {
                var read = RuleYamlReader.ReadFile(RuleFileYaml.Write(file));

                Assert.Equal(file.Groups.SelectMany(group => group.Rules).Select(rule => rule.Expression), read.SelectMany(group => group.Rules).Select(rule => rule.Expression));
                Assert.Equal(file.Groups.Select(group => group.Name), read.Select(group => group.Name));
            }
        }
    }

    private static async Task<(LokiRuler Ruler, PrometheusBackend Prometheus)> LoadAsync()
    {
        var loki = new LokiBackend(new LokiOptions { MaxLineSize = 2 << 20 });
        await DatasetLoader.LoadAsync(Repository.Conformance, loki.Ingester, TestContext.Current.CancellationToken);
        var prometheus = new PrometheusBackend();
        var ruler = new LokiRuler(loki, prometheus.Store);
        var files = VitalRuleRenderer.Render(DemoRules.Request("shop-web"));
        foreach (var group in RuleYamlReader.ReadFile(RuleFileYaml.Write(files.Density))) Assert.Empty(ruler.Groups.Set("test", group));
        foreach (var group in RuleYamlReader.ReadFile(RuleFileYaml.Write(files.RollUps)))
            prometheus.Rules.Set(new("test", group.Name, group.Interval ?? default, [.. group.Rules.Select(rule => new RecordingRule(rule.Record, rule.Expression))]));
        return (ruler, prometheus);
    }

    private static SortedDictionary<string, double> CountByHand()
    {
        var counts = new SortedDictionary<string, double>(StringComparer.Ordinal);
        foreach (var line in KitData.Lines)
            if (line.Labels["app_name"] == "shop-web" && line.Labels["kind"] == "measurement" && Fields(line.Line) is var fields && fields.GetValueOrDefault("type") == "web-vitals")
            {
                var vital = VitalNames.All.FirstOrDefault(fields.ContainsKey);
                if (vital is null || !double.TryParse(fields[vital], CultureInfo.InvariantCulture, out var value) || value < 0) continue;
                var edge = BucketScheme.Current.Bounds[vital].FirstOrDefault(edge => value <= edge, double.PositiveInfinity);
                var series = $"{{app_version=\"{fields["app_version"]}\", browser_name=\"{fields["browser_name"]}\", le=\"{BucketEdge.Text(edge)}\", vital=\"{vital}\"}}";
                counts[series] = counts.GetValueOrDefault(series) + 1;
            }

        return counts;
    }

    private static Dictionary<string, string> Fields(byte[] line)
    {
        var fields = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (key, value) in PlainLogfmt.Read(line)) fields.TryAdd(key, value);
        return fields;
    }

    private static SortedDictionary<string, double> Counts(PrometheusBackend prometheus, string query)
    {
        var result = Assert.IsType<VectorResult>(prometheus.Engine.Instant(PromQlParser.Parse(query), To.ToUnixTimeMilliseconds()));
        return new(result.Samples.ToDictionary(sample => sample.Labels.ToString(), sample => sample.Value), StringComparer.Ordinal);
    }
}
