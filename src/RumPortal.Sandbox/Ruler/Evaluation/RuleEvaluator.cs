using System.Text.RegularExpressions;
using RumPortal.Sandbox.Labels;
using RumPortal.Sandbox.Loki.LogQl.Evaluation;
using RumPortal.Sandbox.Loki.LogQl.Syntax;
using RumPortal.Sandbox.Ruler.Groups;

namespace RumPortal.Sandbox.Ruler.Evaluation;

/// <summary>What one rule records over a grid of times. Reads the lines once; only when one of them fails in the pipeline, time by time.</summary>
internal sealed class RuleEvaluator(QueryEngine engine)
{
    public IReadOnlyList<RecordedInstant> Evaluate(RulerRule rule, int limit, StepGrid times, CancellationToken cancellation)
    {
        if (rule.Expression is not MetricExpression metric)
            return [.. times.Times.Select(time => RecordedInstant.Failed(time, "rule result is not a vector or scalar"))];
        return [.. Answers(metric, times, cancellation).Select(answer => Recorded(rule, limit, answer))];
    }

    private IEnumerable<InstantAnswer> Answers(MetricExpression metric, StepGrid times, CancellationToken cancellation)
    {
        try
        {
            return engine.Instants(metric, times, new(), cancellation);
        }
        catch (Exception e) when (IsOfTheQuery(e))
        {
            return times.Times.Select(time => Instant(metric, time, cancellation));
        }
    }

    private InstantAnswer Instant(MetricExpression metric, long time, CancellationToken cancellation)
    {
        try
        {
            return engine.Instants(metric, StepGrid.At(time), new(), cancellation)[0];
        }
        catch (Exception e) when (IsOfTheQuery(e))
        {
            return new(time, [], e.Message);
        }
    }

    private static RecordedInstant Recorded(RulerRule rule, int limit, InstantAnswer answer)
    {
        if (answer.Error is { } error) return RecordedInstant.Failed(answer.Time, error);
        if (limit > 0 && answer.Samples.Count > limit)
            return RecordedInstant.Failed(answer.Time, FormattableString.Invariant($"exceeded limit of {limit} with {answer.Samples.Count} series"));
        var samples = new Dictionary<LabelSet, double>();
        foreach (var (labels, value) in answer.Samples)
            if (!samples.TryAdd(rule.Stored(labels), value))
                return RecordedInstant.Failed(answer.Time, "vector contains metrics with the same labelset after applying rule labels");
        return new(answer.Time, samples, null);
    }

    private static bool IsOfTheQuery(Exception exception) => exception is QueryException or LogQlException or RegexMatchTimeoutException;
}
