using RumPortal.Sandbox.Prometheus.PromQl.Syntax;

namespace RumPortal.Sandbox.Prometheus.PromQl.Functions;

/// <summary>Collects the values of one group of an aggregation and says what they come to.</summary>
internal abstract class GroupAccumulator
{
    public abstract double Result { get; }

    public abstract void Add(double value);

    /// <param name="operation">Neither topk nor bottomk, which pick samples, nor count_values, which counts.</param>
    /// <param name="parameter">Of a quantile.</param>
    /// <param name="first">A group has at least one value.</param>
    public static GroupAccumulator StartingWith(AggregationOperator operation, double parameter, double first)
    {
        GroupAccumulator accumulator = operation switch
        {
            AggregationOperator.Sum => new Folding(static (sum, value) => sum + value, first),
            AggregationOperator.Min => new Folding(static (least, value) => value < least || double.IsNaN(least) ? value : least, first),
            AggregationOperator.Max => new Folding(static (greatest, value) => value > greatest || double.IsNaN(greatest) ? value : greatest, first),
            AggregationOperator.Group => new Folding(static (one, _) => one, 1),
            AggregationOperator.Count => new Folding(static (count, _) => count + 1, 1),
            AggregationOperator.Avg => new Averaging(),
            AggregationOperator.Stddev => new Spreading(squareRoot: true),
            AggregationOperator.Stdvar => new Spreading(squareRoot: false),
            AggregationOperator.Quantile => new Sorting(parameter),
            _ => throw new InvalidOperationException($"{operation} has no value for each group."),
        };
        if (accumulator is not Folding) accumulator.Add(first);
        return accumulator;
    }

    private sealed class Folding(Func<double, double, double> fold, double start) : GroupAccumulator
    {
        private double _value = start;

        public override double Result => _value;

        public override void Add(double value) => _value = fold(_value, value);
    }

    private sealed class Averaging : GroupAccumulator
    {
        private RunningMean _mean;

        public override double Result => _mean.Value;

        public override void Add(double value) => _mean.Add(value);
    }

    private sealed class Spreading(bool squareRoot) : GroupAccumulator
    {
        private readonly List<double> _values = [];

        public override double Result
        {
            get
            {
                var variance = OverTime.Variance([.. _values]);
                return squareRoot ? Math.Sqrt(variance) : variance;
            }
        }

        public override void Add(double value) => _values.Add(value);
    }

    private sealed class Sorting(double quantile) : GroupAccumulator
    {
        private readonly List<double> _values = [];

        public override double Result => Quantile.Of(quantile, [.. _values]);

        public override void Add(double value) => _values.Add(value);
    }
}
