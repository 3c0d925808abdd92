using RumPortal.Sandbox.Loki;
using RumPortal.Sandbox.Loki.Store;
using RumPortal.Sandbox.Prometheus.Store;
using RumPortal.Sandbox.Ruler.Evaluation;
using RumPortal.Sandbox.Ruler.Groups;

namespace RumPortal.Sandbox.Ruler;

/// <summary>
/// Loki's ruler: evaluates recording rules over the lines of a Loki and stores the results in a Prometheus, as remote write would do.
/// Groups are due at whole intervals since 1970 (a real ruler shifts each group by a hash of its name).
/// </summary>
public sealed class LokiRuler
{
    /// <summary>How much history is evaluated in one pass: little enough for the newest to be there soon and the answers of a pass to stay small.</summary>
    private static readonly TimeSpan Pass = TimeSpan.FromHours(2);

    private readonly GroupEvaluator _evaluator;

    public LokiRuler(LokiBackend loki, MetricStore store, RulerOptions? options = null)
    {
        (Options, Clock) = (options ?? new(), loki.Clock);
        Groups = new(Options);
        _evaluator = new(loki.Engine, store, Clock);
    }

    public RulerOptions Options { get; }

    public TimeProvider Clock { get; }

    public RulerGroups Groups { get; }

    /// <summary>
    /// Evaluates all groups at one time, whether it is due or not. A time between two due ones gives samples whose windows overlap those of
    /// their neighbours.
    /// </summary>
    public EvaluationReport EvaluateAt(DateTimeOffset time, CancellationToken cancellation = default)
    {
        var at = InNanoseconds(time);
        return Sum(Groups.All.Select(group => _evaluator.Evaluate(group, new(at, at, Length(group.Interval)), cancellation)));
    }

    /// <summary>Evaluates all groups at every time in [from, to] at which they are due, the newest hours first.</summary>
    public EvaluationReport EvaluateRange(DateTimeOffset from, DateTimeOffset to, CancellationToken cancellation = default)
    {
        var report = EvaluationReport.Nothing;
        for (var end = to; end >= from; end -= Pass)
        {
            var start = end - Pass < from ? from : end - Pass + TimeSpan.FromTicks(1);
            report += Sum(Groups.All.Select(group => EvaluateDue(group, group.Interval, start, end, cancellation)));
        }

        return report;
    }

    /// <summary>Evaluates what is due in (after, until]; the intervals are those that the options give.</summary>
    internal EvaluationReport EvaluateDue(DateTimeOffset after, DateTimeOffset until, CancellationToken cancellation) =>
        Sum(Groups.All.Select(group => EvaluateDue(group, Options.IntervalOverride ?? group.Interval, after + TimeSpan.FromTicks(1), until, cancellation)));

    private EvaluationReport EvaluateDue(RulerGroup group, TimeSpan interval, DateTimeOffset from, DateTimeOffset to, CancellationToken cancellation)
    {
        var (start, end, step) = (InNanoseconds(from), InNanoseconds(to), Length(interval));
        var sinceDue = ((start % step) + step) % step;
        var first = sinceDue == 0 ? start : Nanoseconds.Plus(start, step - sinceDue);
        return first > end ? EvaluationReport.Nothing : _evaluator.Evaluate(group, new(first, end, step), cancellation);
    }

    private static EvaluationReport Sum(IEnumerable<EvaluationReport> reports) => reports.Aggregate(EvaluationReport.Nothing, (sum, next) => sum + next);

    private static long InNanoseconds(DateTimeOffset time) => (time - DateTimeOffset.UnixEpoch).Ticks * TimeSpan.NanosecondsPerTick;

    private static long Length(TimeSpan interval) => interval.Ticks * TimeSpan.NanosecondsPerTick;
}
