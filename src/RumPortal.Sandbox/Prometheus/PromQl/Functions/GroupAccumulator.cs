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
    public static GroupAccumulator StartingWith(AggregationOperator operation, double parameter, double first) => operation switch
    {
        AggregationOperator.Sum => new Folding(static (sum, value) => sum + value, first),
        AggregationOperator.Min => new Folding(static (least, value) => value < least || double.IsNaN(least) ? value : least, first),
        AggregationOperator.Max => new Folding(static (greatest, value) => value > greatest || double.IsNaN(greatest) ? value : greatest, first),
        AggregationOperator.Group => new Folding(static (one, _) => one, 1),
        AggregationOperator.Count => new Folding(static (count, _) => count + 1, 1),
        AggregationOperator.Avg => new Averaging(first),
        AggregationOperator.Stddev => new Spreading(first, squareRoot: true),
        AggregationOperator.Stdvar => new Spreading(first, squareRoot: false),
        AggregationOperator.Quantile => new Sorting(first, parameter),
        _ => throw new InvalidOperationException($"{operation} has no value for each group."),
    };

    private sealed class Folding(Func<double, double, double> fold, double start) : GroupAccumulator
    {
        private double _value = start;

        public override double Result => _value;

        public override void Add(double value) => _value = fold(_value, value);
    }

    private sealed class Averaging : GroupAccumulator
    {
        private RunningMean _mean;

        public Averaging(double first) => _mean.Add(first);

        public override double Result => _mean.Value;

        public override void Add(double value) => _mean.Add(value);
    }

    /// <summary>Welford's way. A single value does not spread, not even an infinite one.</summary>
    private sealed class Spreading(double first, bool squareRoot) : GroupAccumulator
    {
        private double _mean = first;
        private double _squares;
        private long _count = 1;

        public override double Result => squareRoot ? Math.Sqrt(_squares / _count) : _squares / _count;

        public override void Add(double value)
        {
            _count++;
            var delta = value - _mean;
            _mean += delta / _count;
            _squares += delta * (value - _mean);
        }
    }

    private sealed class Sorting(double first, double quantile) : GroupAccumulator
    {
        private readonly List<double> _values = [first];

        public override double Result => Quantile.Of(quantile, [.. _values]);

        public override void Add(double value) => _values.Add(value);
    }
}
