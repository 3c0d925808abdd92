using RumPortal.Sandbox.Labels;
using RumPortal.Sandbox.Prometheus.PromQl.Syntax;
using RumPortal.Sandbox.Samples;

namespace RumPortal.Sandbox.Prometheus.PromQl.Evaluation;

/// <summary>Evaluates an expression at every time of the grid and puts the samples together to series, sorted by labels.</summary>
internal static class SeriesCollector
{
    public static IReadOnlyList<Series> Collect(Expression expression, EvaluationContext context)
    {
        if (expression.Type == ExpressionType.Scalar)
        {
            var scalar = Evaluators.Scalar(expression, context);
            return [new(LabelSet.Empty, [.. context.Grid.Times.Select(time => new Point(time, scalar(time)))])];
        }

        var vector = Evaluators.Vector(expression, context);
        var series = new Dictionary<LabelSet, List<Point>>();
        foreach (var time in context.Grid.Times)
        {
            context.Cancellation.ThrowIfCancellationRequested();
            var samples = vector.At(time);
            // A step without samples costs as well: a subquery may have any number of them.
            context.Budget.Take(Math.Max(samples.Count, 1));
            foreach (var (labels, value) in samples)
            {
                if (!series.TryGetValue(labels, out var points)) series.Add(labels, points = []);
                points.Add(new(time, value));
            }
        }

        return [.. series.OrderBy(pair => pair.Key).Select(pair => new Series(pair.Key, pair.Value))];
    }
}
