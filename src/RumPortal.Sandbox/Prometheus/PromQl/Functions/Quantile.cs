namespace RumPortal.Sandbox.Prometheus.PromQl.Functions;

internal static class Quantile
{
    /// <summary>The quantile with linear interpolation between neighbours; sorts the values in place, NaN first.</summary>
    public static double Of(double quantile, double[] values)
    {
        if (values.Length == 0 || double.IsNaN(quantile)) return double.NaN;
        if (quantile < 0) return double.NegativeInfinity;
        if (quantile > 1) return double.PositiveInfinity;
        Array.Sort(values);
        var rank = quantile * (values.Length - 1);
        var lower = (int)Math.Floor(rank);
        var upper = Math.Min(values.Length - 1, lower + 1);
        var weight = rank - lower;
        return (values[lower] * (1 - weight)) + (values[upper] * weight);
    }
}
