using RumPortal.Sandbox.Literals;
using RumPortal.Sandbox.Loki.LogQl.Evaluation;
using RumPortal.Sandbox.Loki.Store;
using RumPortal.Sandbox.Prometheus.Rules;
using RumPortal.Sandbox.Prometheus.Store;
using RumPortal.Sandbox.Ruler.Groups;

namespace RumPortal.Sandbox.Ruler.Evaluation;

/// <summary>
/// Evaluates groups of the ruler at given times and stores what comes out, in any order of time: nothing is remembered between two calls.
/// Which series have ended shows the evaluation one interval before, which is done anew for that.
/// </summary>
internal sealed class GroupEvaluator(QueryEngine engine, MetricStore store, TimeProvider clock)
{
    private readonly RuleEvaluator _rules = new(engine);

    /// <param name="group">Its rules go one after the other.</param>
    /// <param name="times">Nanoseconds; the step is the interval.</param>
    /// <param name="cancellation">Ends the evaluation between two rules or within one.</param>
    public EvaluationReport Evaluate(RulerGroup group, StepGrid times, CancellationToken cancellation)
    {
        var report = EvaluationReport.Nothing;
        foreach (var rule in group.Rules) report += Evaluate(group, rule, times, cancellation);
        return report;
    }

    private EvaluationReport Evaluate(RulerGroup group, RulerRule rule, StepGrid times, CancellationToken cancellation)
    {
        var started = clock.GetTimestamp();
        var recorded = _rules.Evaluate(rule, group.Definition.Limit, times with { Start = Nanoseconds.Minus(times.Start, times.Step) }, cancellation);
        var (samples, ended, failures) = (0L, 0L, new List<RecordedInstant>());
        for (var i = 1; i < recorded.Count; i++)
        {
            samples += Store(recorded[i]);
            // As in Prometheus a rule that fails leaves its series as they are.
            if (recorded[i].Error is null) ended += EndVanished(recorded[i - 1], recorded[i]);
            else failures.Add(recorded[i]);
        }

        rule.Health = new RuleHealth(clock.GetUtcNow(), clock.GetElapsedTime(started), recorded[^1].Error);
        return new(recorded.Count - 1, samples, ended, failures.Count, failures.Count == 0 ? [] : [Failure(group, rule, failures[^1])]);
    }

    private long Store(RecordedInstant recorded)
    {
        foreach (var (labels, value) in recorded.Samples) store.Append(labels, recorded.Time / GoDuration.Millisecond, value);
        return recorded.Samples.Count;
    }

    private long EndVanished(RecordedInstant before, RecordedInstant now)
    {
        var ended = 0L;
        foreach (var labels in before.Samples.Keys)
        {
            if (now.Samples.ContainsKey(labels)) continue;
            store.Append(labels, now.Time / GoDuration.Millisecond, StaleMarker.Value);
            ended++;
        }

        return ended;
    }

    private static EvaluationFailure Failure(RulerGroup group, RulerRule rule, RecordedInstant failed) =>
        new(group.Definition.Name, rule.Definition.Record, DateTimeOffset.UnixEpoch.AddTicks(failed.Time / TimeSpan.NanosecondsPerTick), failed.Error ?? "");
}
