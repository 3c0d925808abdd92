using RumPortal.Sandbox.Loki;
using RumPortal.Sandbox.Ruler;
using RumPortal.Sandbox.Ruler.Evaluation;
using RumPortal.Sandbox.Ruler.Files;
using RumPortal.UnitTests.Sandbox.Loki;
using RumPortal.UnitTests.Sandbox.Prometheus;

namespace RumPortal.UnitTests.Sandbox.Ruler;

/// <summary>A ruler between a Loki and a Prometheus, without HTTP. Times are seconds since 1970.</summary>
internal sealed class TestRuler
{
    public TestRuler(LokiOptions? loki = null, RulerOptions? options = null)
    {
        Loki = new(loki);
        Ruler = new(Loki.Backend, Prometheus.Backend.Store, options);
    }

    public TestLoki Loki { get; }

    public TestPrometheus Prometheus { get; } = new();

    public LokiRuler Ruler { get; }

    /// <summary>Loads a group with one rule that records <c>m</c>.</summary>
    public TestRuler With(string expression, int interval = 60, int limit = 0, params (string Name, string Value)[] labels)
    {
        var rule = new RuleDefinition { Record = "m", Expression = expression, Labels = labels.ToDictionary(label => label.Name, label => label.Value) };
        Assert.Empty(Ruler.Groups.Set("test", new("group", TimeSpan.FromSeconds(interval), limit, [rule])));
        return this;
    }

    public EvaluationReport At(double second) => Ruler.EvaluateAt(Time(second), TestContext.Current.CancellationToken);

    public EvaluationReport Range(double from, double to) => Ruler.EvaluateRange(Time(from), Time(to), TestContext.Current.CancellationToken);

    /// <summary>Everything that <c>m</c> recorded, markers included.</summary>
    public string[] Stored() => Prometheus.Stored("m");

    public static DateTimeOffset Time(double second) => DateTimeOffset.UnixEpoch.AddSeconds(second);
}
