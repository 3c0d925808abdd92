namespace RumPortal.Sandbox.Prometheus.PromQl.Functions;

/// <summary>Statistics of a window with at least one value.</summary>
internal static class OverTime
{
    public static double Sum(ReadOnlySpan<double> values)
    {
        var sum = new KahanSum();
        foreach (var value in values) sum.Add(value);
        return sum.Total;
    }

    public static double Mean(ReadOnlySpan<double> values)
    {
        var mean = new RunningMean();
        foreach (var value in values) mean.Add(value);
        return mean.Value;
    }

    public static double Least(ReadOnlySpan<double> values)
    {
        var least = values[0];
        foreach (var value in values)
            if (value < least || double.IsNaN(least)) least = value;
        return least;
    }

    public static double Greatest(ReadOnlySpan<double> values)
    {
        var greatest = values[0];
        foreach (var value in values)
            if (value > greatest || double.IsNaN(greatest)) greatest = value;
        return greatest;
    }

    /// <summary>The variance of the whole population.</summary>
    public static double Variance(ReadOnlySpan<double> values)
    {
        var (mean, squares, count) = (new KahanSum(), new KahanSum(), 0);
        foreach (var value in values)
        {
            count++;
            var delta = value - mean.Total;
            mean.Add(delta / count);
            squares.Add(delta * (value - mean.Total));
        }

        return squares.Total / count;
    }
}
