using RumPortal.Sandbox.Prometheus.PromQl.Syntax;
using RumPortal.Sandbox.Prometheus.Store;
using RumPortal.Sandbox.Samples;

namespace RumPortal.Sandbox.Prometheus.PromQl.Evaluation;

/// <summary>Evaluates parsed queries over a store, at any time and without HTTP. Each call reads the store as it is then. Times are milliseconds since 1970.</summary>
/// <exception cref="ExecutionException">The labels do not fit together, or a limit is exceeded.</exception>
public sealed class PromQlEngine(MetricStore store, PrometheusOptions options)
{
    public QueryResult Instant(Expression expression, long time, CancellationToken cancellation = default)
    {
        var context = Context(StepGrid.At(time), cancellation);
        QueryResult result = expression.Type switch
        {
            ExpressionType.Scalar => new ScalarResult(Evaluators.Scalar(expression, context)(time)),
            ExpressionType.Vector => new VectorResult(Evaluators.Vector(expression, context).At(time)),
            ExpressionType.Matrix => Windows(Evaluators.Range(expression, context), time),
            _ => new TextResult(Evaluators.Text(expression)),
        };
        return result with { SamplesRead = context.Budget.Read };
    }

    /// <param name="expression">A scalar or an instant vector.</param>
    /// <param name="grid">The times.</param>
    /// <param name="cancellation">Gives the query up.</param>
    public MatrixResult Range(Expression expression, StepGrid grid, CancellationToken cancellation = default)
    {
        var context = Context(grid, cancellation);
        return new(SeriesCollector.Collect(expression, context)) { SamplesRead = context.Budget.Read };
    }

    private EvaluationContext Context(StepGrid grid, CancellationToken cancellation) => new(store, options, grid, new(options.MaxQuerySamples), cancellation);

    private static MatrixResult Windows(RangeSource source, long time)
    {
        var series = new List<Series>();
        foreach (var samples in source.Series)
        {
            var window = source.Window(samples, time);
            var points = new Point[window.Count];
            for (var i = 0; i < points.Length; i++) points[i] = new(window.Times[i], window.Values[i]);
            if (points.Length > 0) series.Add(new(samples.Labels, points));
        }

        return new(series);
    }
}
