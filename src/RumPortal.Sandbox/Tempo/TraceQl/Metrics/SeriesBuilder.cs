namespace RumPortal.Sandbox.Tempo.TraceQl.Metrics;

/// <summary>What becomes one series, or with quantiles several: a measurement for each span, by interval.</summary>
internal abstract class SeriesBuilder
{
    public static SeriesBuilder Of(string function, IntervalGrid grid, IReadOnlyList<double> quantiles) => function switch
    {
        "rate" => new Counting(grid, 1 / grid.StepSeconds),
        "quantile_over_time" => new Quantiles(grid, quantiles),
        "min_over_time" => new Folding(grid, Math.Min),
        "max_over_time" => new Folding(grid, Math.Max),
        "sum_over_time" => new Folding(grid, (sum, value) => sum + value),
        "avg_over_time" => new Averaging(grid),
        _ => new Counting(grid, 1),
    };

    public abstract void Add(int interval, Value measured);

    /// <summary>The values of each series, with the label that tells it from the others, if any.</summary>
    public abstract IEnumerable<((string Name, Value Value)? Label, double[] Values)> Series();

    /// <summary>Seconds for durations.</summary>
    private static double Amount(Value measured) => measured.Kind == ValueKind.Duration ? measured.Number / 1e9 : measured.Number;

    private sealed class Counting(IntervalGrid grid, double factor) : SeriesBuilder
    {
        private readonly double[] _counts = new double[grid.Count];

        public override void Add(int interval, Value measured) => _counts[interval]++;

        public override IEnumerable<((string Name, Value Value)? Label, double[] Values)> Series() => [(null, [.. _counts.Select(count => count * factor)])];
    }

    private sealed class Folding(IntervalGrid grid, Func<double, double, double> fold) : SeriesBuilder
    {
        private readonly double[] _values = [.. Enumerable.Repeat(double.NaN, grid.Count)];

        public override void Add(int interval, Value measured)
        {
            if (!measured.IsNumeric) return;
            var amount = Amount(measured);
            _values[interval] = double.IsNaN(_values[interval]) ? amount : fold(_values[interval], amount);
        }

        public override IEnumerable<((string Name, Value Value)? Label, double[] Values)> Series() => [(null, _values)];
    }

    private sealed class Averaging(IntervalGrid grid) : SeriesBuilder
    {
        private readonly double[] _sums = new double[grid.Count];
        private readonly int[] _counts = new int[grid.Count];

        public override void Add(int interval, Value measured)
        {
            if (!measured.IsNumeric) return;
            _sums[interval] += Amount(measured);
            _counts[interval]++;
        }

        public override IEnumerable<((string Name, Value Value)? Label, double[] Values)> Series() => [(null, [.. _sums.Select((sum, i) => sum / _counts[i])])];
    }

    private sealed class Quantiles(IntervalGrid grid, IReadOnlyList<double> quantiles) : SeriesBuilder
    {
        private readonly Log2Buckets?[] _buckets = new Log2Buckets?[grid.Count];

        public override void Add(int interval, Value measured)
        {
            if (Log2Buckets.BucketOf(measured) is { } bucket) (_buckets[interval] ??= new()).Add(bucket);
        }

        public override IEnumerable<((string Name, Value Value)? Label, double[] Values)> Series() =>
            quantiles.Select(quantile => ((string, Value)?)("p", Value.Of(quantile))).Zip(quantiles, (label, quantile) => (label, _buckets.Select(b => b?.Quantile(quantile) ?? 0).ToArray()));
    }
}
