using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using RumPortal.Sandbox.Labels;
using RumPortal.Sandbox.Prometheus.PromQl.Evaluation;
using RumPortal.Sandbox.Prometheus.Store;
using RumPortal.Sandbox.Samples;

namespace RumPortal.Sandbox.Prometheus.Rules;

/// <summary>
/// Evaluates rule groups at given times and stores what comes out. A series that the newest evaluation recorded and the next one does not is
/// ended by a staleness marker. An evaluation for a time before the newest one fills history: it stores samples and ends nothing.
/// </summary>
public sealed class RuleGroupEvaluator(PromQlEngine engine, MetricStore store, TimeProvider clock)
{
    private readonly ConcurrentDictionary<(string File, string Name), GroupHistory> _histories = new();
    private readonly ConcurrentDictionary<RecordingRule, RuleHealth> _health = new();

    /// <summary>Null before the first evaluation.</summary>
    public RuleHealth? HealthOf(RecordingRule rule) => _health.GetValueOrDefault(rule);

    /// <summary>Evaluates all rules of a group at one time. A rule that fails keeps its error in <see cref="HealthOf"/>; the others go on.</summary>
    /// <returns>The count of samples that were stored, markers not included.</returns>
    public int Evaluate(RuleGroup group, DateTimeOffset time, CancellationToken cancellation = default)
    {
        var history = _histories.GetOrAdd((group.File, group.Name), static _ => new());
        lock (history.Evaluation)
        {
            var milliseconds = time.ToUnixTimeMilliseconds();
            var stored = 0;
            foreach (var rule in group.Rules) stored += Evaluate(rule, milliseconds, history, cancellation);
            history.NewestTime = Math.Max(history.NewestTime, milliseconds);
            return stored;
        }
    }

    /// <summary>Evaluates a group at every whole interval since 1970 that lies after <paramref name="after"/> and not after <paramref name="until"/>, oldest first.</summary>
    /// <returns>The count of samples that were stored.</returns>
    public int EvaluateGrid(RuleGroup group, DateTimeOffset after, DateTimeOffset until, CancellationToken cancellation = default)
    {
        var interval = (long)group.Interval.TotalMilliseconds;
        ArgumentOutOfRangeException.ThrowIfLessThan(interval, 1);
        var stored = 0;
        for (var time = Next(after.ToUnixTimeMilliseconds(), interval); time <= until.ToUnixTimeMilliseconds(); time += interval)
        {
            cancellation.ThrowIfCancellationRequested();
            stored += Evaluate(group, DateTimeOffset.FromUnixTimeMilliseconds(time), cancellation);
        }

        return stored;
    }

    /// <summary>The first whole interval after a time.</summary>
    private static long Next(long time, long interval) => time - (((time % interval) + interval) % interval) + interval;

    private int Evaluate(RecordingRule rule, long time, GroupHistory history, CancellationToken cancellation)
    {
        var started = clock.GetTimestamp();
        var (recorded, error) = (new Dictionary<LabelSet, double>(), (string?)null);
        try
        {
            recorded = Result(rule, time, cancellation);
        }
        catch (Exception e) when (e is ExecutionException or RegexMatchTimeoutException)
        {
            error = e.Message;
        }

        foreach (var (labels, value) in recorded) store.Append(labels, time, value);
        // As in Prometheus a rule that fails leaves its series as they are.
        if (error is null && time > history.NewestTime) EndVanished(rule, recorded, time, history);
        _health[rule] = new(clock.GetUtcNow(), clock.GetElapsedTime(started), error);
        return recorded.Count;
    }

    private Dictionary<LabelSet, double> Result(RecordingRule rule, long time, CancellationToken cancellation)
    {
        IReadOnlyList<Sample> samples = engine.Instant(rule.Expression, time, cancellation) switch
        {
            VectorResult vector => vector.Samples,
            ScalarResult scalar => [new(LabelSet.Empty, scalar.Value)],
            _ => [],
        };
        var recorded = new Dictionary<LabelSet, double>();
        foreach (var (labels, value) in samples)
            if (!recorded.TryAdd(rule.Stored(labels), value)) throw new ExecutionException("vector contains metrics with the same labelset after applying rule labels");
        return recorded;
    }

    private void EndVanished(RecordingRule rule, Dictionary<LabelSet, double> recorded, long time, GroupHistory history)
    {
        foreach (var labels in history.Recorded.GetValueOrDefault(rule) ?? [])
            if (!recorded.ContainsKey(labels)) store.Append(labels, time, StaleMarker.Value);
        history.Recorded[rule] = [.. recorded.Keys];
    }
}
