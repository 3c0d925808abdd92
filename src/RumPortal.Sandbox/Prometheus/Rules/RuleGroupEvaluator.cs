using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
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

    /// <summary>Rules that were replaced take their health with them.</summary>
    private readonly ConditionalWeakTable<RecordingRule, RuleHealth> _health = [];

    /// <summary>Null before the first evaluation.</summary>
    public RuleHealth? HealthOf(RecordingRule rule) => _health.TryGetValue(rule, out var health) ? health : null;

    /// <summary>Evaluates all rules of a group at one time. A rule that fails keeps its error in <see cref="HealthOf"/>; the others go on.</summary>
    /// <returns>The count of samples that were stored, markers not included.</returns>
    public int Evaluate(RuleGroup group, DateTimeOffset time, CancellationToken cancellation = default)
    {
        var history = _histories.GetOrAdd((group.File, group.Name), static _ => new());
        lock (history.Evaluation)
        {
            var milliseconds = time.ToUnixTimeMilliseconds();
            var (stored, recorded) = (0, new Dictionary<RuleIdentity, HashSet<LabelSet>>());
            foreach (var rule in group.Rules)
            {
                var samples = Record(rule, milliseconds, cancellation);
                stored += samples?.Count ?? 0;
                // As in Prometheus a rule that fails leaves its series as they are.
                recorded[rule.Identity] = samples ?? history.RecordedBy(rule.Identity);
            }

            foreach (var labels in history.Advance(milliseconds, recorded)) store.Append(labels, milliseconds, StaleMarker.Value);
            return stored;
        }
    }

    /// <summary>Evaluates a group at every whole interval since 1970 that lies after <paramref name="after"/> and not after <paramref name="until"/>, oldest first.</summary>
    /// <returns>The count of samples that were stored.</returns>
    public int EvaluateGrid(RuleGroup group, DateTimeOffset after, DateTimeOffset until, CancellationToken cancellation = default)
    {
        var interval = (long)group.Interval.TotalMilliseconds;
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

    /// <summary>Stores the result of a rule and returns its series, null when it failed.</summary>
    private HashSet<LabelSet>? Record(RecordingRule rule, long time, CancellationToken cancellation)
    {
        var started = clock.GetTimestamp();
        try
        {
            var result = Result(rule, time, cancellation);
            foreach (var (labels, value) in result) store.Append(labels, time, value);
            _health.AddOrUpdate(rule, new(clock.GetUtcNow(), clock.GetElapsedTime(started), null));
            return [.. result.Keys];
        }
        catch (Exception e) when (e is ExecutionException or RegexMatchTimeoutException)
        {
            _health.AddOrUpdate(rule, new(clock.GetUtcNow(), clock.GetElapsedTime(started), e.Message));
            return null;
        }
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
}
