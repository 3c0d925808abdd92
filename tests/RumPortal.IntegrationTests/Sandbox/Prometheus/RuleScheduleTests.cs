using Microsoft.Extensions.Logging.Abstractions;
using RumPortal.Sandbox.Labels;
using RumPortal.Sandbox.Prometheus;
using RumPortal.Sandbox.Prometheus.Rules;

namespace RumPortal.IntegrationTests.Sandbox.Prometheus;

public sealed class RuleScheduleTests
{
    [Fact]
    public async Task Schedule_GroupAddedWhileItRuns_EvaluatesItAtWholeIntervals()
    {
        var prometheus = new PrometheusBackend();
        await using var schedule = new RuleSchedule(prometheus, NullLogger.Instance);
        prometheus.Rules.Set(new("file", "group", TimeSpan.FromSeconds(1), [new("one", "1")]));

        for (var attempt = 0; attempt < 300 && prometheus.Store.SampleCount < 2; attempt++) await Task.Delay(100, TestContext.Current.CancellationToken);

        var series = Assert.Single(prometheus.Store.Select([], 0, long.MaxValue));
        Assert.Equal(LabelSet.Of(("__name__", "one")), series.Labels);
        Assert.All(series.Times, time => Assert.Equal(0, time % 1_000));
        Assert.Equal(1_000, series.Times[1] - series.Times[0]);
    }

    [Fact]
    public async Task Dispose_OfTheSchedule_EndsTheEvaluation()
    {
        var prometheus = new PrometheusBackend();
        var schedule = new RuleSchedule(prometheus, NullLogger.Instance);

        await schedule.DisposeAsync();

        prometheus.Rules.Set(new("file", "group", TimeSpan.FromSeconds(1), [new("one", "1")]));
        await Task.Delay(1_200, TestContext.Current.CancellationToken);
        Assert.Equal(0, prometheus.Store.SampleCount);
    }
}
