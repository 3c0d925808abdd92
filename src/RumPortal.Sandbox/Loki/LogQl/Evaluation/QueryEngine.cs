using RumPortal.Sandbox.Labels;
using RumPortal.Sandbox.Literals;
using RumPortal.Sandbox.Loki.LogQl.Syntax;
using RumPortal.Sandbox.Loki.Store;
using RumPortal.Sandbox.Samples;

namespace RumPortal.Sandbox.Loki.LogQl.Evaluation;

/// <summary>Evaluates parsed queries over a store, at any time and without HTTP. Each call reads the store as it is then.</summary>
/// <exception cref="QueryException">A limit is exceeded, or the pipeline failed on a line.</exception>
/// <exception cref="LogQlException">A stage is wrong, which only shows when it is compiled.</exception>
public sealed class QueryEngine(LogStore store, LokiOptions options)
{
    private const long Millisecond = GoDuration.Millisecond;

    /// <summary>The lines of a selector.</summary>
    public StreamsResult Logs(LogSelector selector, LogQueryParameters parameters, QueryStatistics statistics, CancellationToken cancellation = default)
    {
        RequireLength(Nanoseconds.Between(parameters.Start, parameters.End));
        return new LogEvaluator(selector, parameters, statistics).Evaluate(store.Select(selector.Matchers), cancellation);
    }

    /// <summary>The value at one time, given in nanoseconds.</summary>
    public QueryResult Instant(MetricExpression expression, long time, QueryStatistics statistics, CancellationToken cancellation = default)
    {
        if (expression is NumberLiteral number) return new ScalarResult(number.Value);
        RequireLookback(expression);
        var context = new EvaluationContext(store, StepGrid.At(time), options.MaxSeries, statistics, cancellation);
        var samples = StepEvaluators.Build(expression, context).At(time);
        if (samples.Count > options.MaxSeries) throw QueryException.TooManySeries(options.MaxSeries);
        statistics.Entries = samples.Count;
        return new VectorResult(IsSorted(expression) ? samples : [.. samples.OrderBy(sample => sample.Labels)]);
    }

    /// <summary>
    /// What <see cref="Instant"/> gives at each time of a grid, oldest first, with one pass over the lines. Limits hold for each time by itself.
    /// </summary>
    /// <exception cref="QueryException">The lookback is too long, or a line failed in the pipeline: which times that concerns only instants tell.</exception>
    public IReadOnlyList<InstantAnswer> Instants(MetricExpression expression, StepGrid grid, QueryStatistics statistics, CancellationToken cancellation = default)
    {
        if (expression is NumberLiteral number) return [.. grid.Times.Select(time => new InstantAnswer(time, [new(LabelSet.Empty, number.Value)], null))];
        RequireLookback(expression);
        var evaluator = StepEvaluators.Build(expression, new(store, grid, options.MaxSeries, statistics, cancellation));
        var answers = new List<InstantAnswer>();
        foreach (var time in grid.Times)
        {
            cancellation.ThrowIfCancellationRequested();
            answers.Add(AnswerAt(evaluator, time));
        }

        return answers;
    }

    /// <summary>The values at every step from start to end; all in nanoseconds.</summary>
    public MatrixResult Range(MetricExpression expression, long start, long end, long step, QueryStatistics statistics, CancellationToken cancellation = default)
    {
        RequireLength(Nanoseconds.Between(start, end));
        var grid = StepGrid.Aligned(start, end, step);
        if (expression is NumberLiteral number) expression = new VectorLiteral(number.Value);
        foreach (var range in Ranges(expression)) RequireLength(grid.LongestPart(range.Range.Range));
        var evaluator = StepEvaluators.Build(expression, new(store, grid, options.MaxSeries, statistics, cancellation));
        var series = new Dictionary<LabelSet, List<Point>>();
        foreach (var time in grid.Times)
        {
            cancellation.ThrowIfCancellationRequested();
            foreach (var sample in evaluator.At(time))
            {
                if (!series.TryGetValue(sample.Labels, out var points)) series.Add(sample.Labels, points = []);
                points.Add(new(time / Millisecond, sample.Value));
            }

            if (series.Count > options.MaxSeries) throw QueryException.TooManySeries(options.MaxSeries);
        }

        statistics.Entries = series.Values.Sum(points => points.Count);
        return new([.. series.OrderBy(s => s.Key).Select(s => new Series(s.Key, s.Value))]);
    }

    private InstantAnswer AnswerAt(StepEvaluator evaluator, long time)
    {
        try
        {
            var samples = evaluator.At(time);
            return samples.Count > options.MaxSeries ? new(time, [], QueryException.TooManySeries(options.MaxSeries).Message) : new(time, samples, null);
        }
        catch (QueryException e)
        {
            return new(time, [], e.Message);
        }
    }

    private void RequireLookback(MetricExpression expression)
    {
        foreach (var range in Ranges(expression))
            if (!IsSplitByRange(range.Operation)) RequireLength(range.Range.Range);
    }

    private void RequireLength(long nanoseconds)
    {
        if (nanoseconds / 100 > options.MaxQueryLength.Ticks) throw QueryException.TooLong(nanoseconds, options.MaxQueryLength);
    }

    /// <summary>Loki 3.7 behaviour: the frontend splits these by the hour, so their lookback has no limit in an instant query.</summary>
    private static bool IsSplitByRange(RangeOperation operation) => operation is RangeOperation.CountOverTime or RangeOperation.Rate or RangeOperation.BytesOverTime
        or RangeOperation.BytesRate or RangeOperation.SumOverTime or RangeOperation.MinOverTime or RangeOperation.MaxOverTime;

    private static IEnumerable<RangeAggregation> Ranges(MetricExpression expression) => expression switch
    {
        RangeAggregation range => [range],
        VectorAggregation vector => Ranges(vector.Operand),
        LabelReplacement replacement => Ranges(replacement.Operand),
        BinaryOperation binary => Ranges(binary.Left).Concat(Ranges(binary.Right)),
        _ => [],
    };

    private static bool IsSorted(MetricExpression expression) => expression switch
    {
        VectorAggregation { Operation: VectorOperation.Sort or VectorOperation.SortDesc } => true,
        VectorAggregation vector => IsSorted(vector.Operand),
        LabelReplacement replacement => IsSorted(replacement.Operand),
        BinaryOperation binary => IsSorted(binary.Left) || IsSorted(binary.Right),
        _ => false,
    };
}
