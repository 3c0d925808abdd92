using System.Globalization;
using RumPortal.Sandbox.Labels;

namespace RumPortal.UnitTests.Sandbox.Loki.Evaluation;

/// <summary>The rule that sorts web vitals into buckets by templates, against counting by hand.</summary>
public sealed class DensityRuleTests
{
    private const string Rule =
        """
        sum by (vital, le, browser_name) (count_over_time(
          {app="shop"} |= `type=web-vitals` | logfmt
          | label_format vital=`{{if .lcp}}lcp{{else if .inp}}inp{{else if .cls}}cls{{else if .fcp}}fcp{{else if .ttfb}}ttfb{{end}}`, v=`{{if .lcp}}{{.lcp}}{{else if .inp}}{{.inp}}{{else if .cls}}{{.cls}}{{else if .fcp}}{{.fcp}}{{else}}{{.ttfb}}{{end}}`
          | v =~ `[0-9][0-9.e+-]*`
          | label_format le=`{{$v := float64 .v}}{{if eq .vital "cls"}}{{if le $v 0.05}}0.05{{else if le $v 0.1}}0.1{{else if le $v 0.25}}0.25{{else}}+Inf{{end}}{{else}}{{if le $v 100.0}}100{{else if le $v 200.0}}200{{else if le $v 500.0}}500{{else if le $v 800.0}}800{{else if le $v 1800.0}}1800{{else if le $v 2500.0}}2500{{else if le $v 3000.0}}3000{{else if le $v 4000.0}}4000{{else if le $v 8000.0}}8000{{else}}+Inf{{end}}{{end}}`
          [5m] offset 30s))
        """;

    private static readonly double[] ClsBounds = [0.05, 0.1, 0.25];
    private static readonly double[] Bounds = [100, 200, 500, 800, 1800, 2500, 3000, 4000, 8000];

    [Fact]
    public void Rule_OverVitals_CountsEachInItsBucket()
    {
        var random = new Random(1);
        var loki = new TestLoki();
        var expected = new SortedDictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < 2_000; i++)
        {
            var vital = new[] { "lcp", "inp", "cls", "fcp", "ttfb" }[random.Next(5)];
            var value = vital == "cls" ? random.Next(0, 30) / 100.0 : random.Next(0, 10_000);
            var browser = random.Next(2) == 0 ? "Arc" : "Chrome";
            loki.Add(31 + (i / 10.0), string.Create(CultureInfo.InvariantCulture, $"kind=measurement type=web-vitals {vital}={value:F6} browser_name={browser} n={i}"));
            var series = LabelSet.Of(("browser_name", browser), ("le", Bucket(vital, value)), ("vital", vital)).ToString();
            expected[series] = expected.GetValueOrDefault(series) + 1;
        }

        loki.Add(100, "kind=measurement type=web-vitals lcp=-5 browser_name=Arc");
        loki.Add(101, "kind=measurement type=web-vitals lcp=fast browser_name=Arc");
        loki.Add(102, "kind=measurement type=other lcp=5 browser_name=Arc");

        var actual = loki.Instant(Rule, second: 330);

        Assert.Equal(expected.Select(pair => $"{pair.Key} {pair.Value}"), actual.Order(StringComparer.Ordinal));
    }

    private static string Bucket(string vital, double value)
    {
        var bounds = vital == "cls" ? ClsBounds : Bounds;
        var bound = bounds.FirstOrDefault(b => value <= b, double.PositiveInfinity);
        return double.IsPositiveInfinity(bound) ? "+Inf" : bound.ToString(CultureInfo.InvariantCulture);
    }
}
