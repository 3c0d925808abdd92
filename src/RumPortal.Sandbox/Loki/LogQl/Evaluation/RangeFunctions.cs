using RumPortal.Sandbox.Literals;
using RumPortal.Sandbox.Loki.LogQl.Syntax;

namespace RumPortal.Sandbox.Loki.LogQl.Evaluation;

/// <summary>The functions over the values of a window, which holds at least one value, in time order.</summary>
internal static class RangeFunctions
{
    public static double Apply(RangeAggregation aggregation, ReadOnlySpan<double> values)
    {
        var seconds = aggregation.Range.Range / (double)GoDuration.Second;
        return aggregation.Operation switch
        {
            RangeOperation.CountOverTime => values.Length,
            RangeOperation.Rate when aggregation.Range.Unwrap is null => values.Length / seconds,
            RangeOperation.Rate or RangeOperation.BytesRate => Sum(values) / seconds,
            RangeOperation.BytesOverTime or RangeOperation.SumOverTime => Sum(values),
            RangeOperation.AvgOverTime => Mean(values),
            RangeOperation.MinOverTime => Extreme(values, static (a, b) => a < b),
            RangeOperation.MaxOverTime => Extreme(values, static (a, b) => a > b),
            RangeOperation.StdvarOverTime => Variance(values),
            RangeOperation.StddevOverTime => Math.Sqrt(Variance(values)),
            RangeOperation.QuantileOverTime => Quantile(aggregation.Parameter ?? double.NaN, values),
            RangeOperation.FirstOverTime => values[0],
            RangeOperation.LastOverTime => values[^1],
            RangeOperation.AbsentOverTime => 1,
            _ => throw new ArgumentOutOfRangeException(nameof(aggregation)),
        };
    }

    /// <summary>Linear between the two nearest values; outside 0..1 it is infinite.</summary>
    public static double Quantile(double q, ReadOnlySpan<double> values)
    {
        if (values.IsEmpty || double.IsNaN(q)) return double.NaN;
        if (q < 0) return double.NegativeInfinity;
        if (q > 1) return double.PositiveInfinity;
        var sorted = values.ToArray();
        Array.Sort(sorted);
        var rank = q * (sorted.Length - 1);
        var lower = (int)Math.Floor(rank);
        var upper = Math.Min(sorted.Length - 1, lower + 1);
        var weight = rank - Math.Floor(rank);
        return (sorted[lower] * (1 - weight)) + (sorted[upper] * weight);
    }

    private static double Sum(ReadOnlySpan<double> values)
    {
        var sum = 0.0;
        foreach (var value in values) sum += value;
        return sum;
    }

    private static double Mean(ReadOnlySpan<double> values)
    {
        var mean = 0.0;
        for (var i = 0; i < values.Length; i++)
        {
            // An infinite mean stays; taking it away from itself would give not a number.
            if (double.IsInfinity(mean) && (double.IsFinite(values[i]) || (double.IsInfinity(values[i]) && mean > 0 == values[i] > 0))) continue;
            mean += (values[i] / (i + 1)) - (mean / (i + 1));
        }

        return mean;
    }

    private static double Extreme(ReadOnlySpan<double> values, Func<double, double, bool> isBetter)
    {
        var best = values[0];
        foreach (var value in values)
            if (isBetter(value, best) || double.IsNaN(best)) best = value;
        return best;
    }

    private static double Variance(ReadOnlySpan<double> values)
    {
        var (sum, mean) = (0.0, 0.0);
        for (var i = 0; i < values.Length; i++)
        {
            var delta = values[i] - mean;
            mean += delta / (i + 1);
            sum += delta * (values[i] - mean);
        }

        return sum / values.Length;
    }
}
