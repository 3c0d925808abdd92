using RumPortal.Sandbox.Prometheus.PromQl.Evaluation;

namespace RumPortal.Sandbox.Prometheus.PromQl.Functions;

/// <summary>The straight line through the samples of a window, by least squares; time in seconds.</summary>
internal static class Regression
{
    public static double? Slope(RangeWindow window) => window.Count < 2 ? null : Line(window, window.Times[0]).Slope;

    /// <summary>The value so many seconds after the evaluation time.</summary>
    public static double? Predict(RangeWindow window, double seconds)
    {
        if (window.Count < 2) return null;
        var (slope, intercept) = Line(window, window.EvaluationTime);
        return (slope * seconds) + intercept;
    }

    private static (double Slope, double Intercept) Line(RangeWindow window, long origin)
    {
        if (IsConstant(window.Values)) return double.IsInfinity(window.Values[0]) ? (double.NaN, double.NaN) : (0, window.Values[0]);
        var (x, y, xy, xx) = (new KahanSum(), new KahanSum(), new KahanSum(), new KahanSum());
        for (var i = 0; i < window.Count; i++)
        {
            var seconds = (window.Times[i] - origin) / 1000.0;
            x.Add(seconds);
            y.Add(window.Values[i]);
            xy.Add(seconds * window.Values[i]);
            xx.Add(seconds * seconds);
        }

        var covariance = xy.Total - (x.Total * y.Total / window.Count);
        var variance = xx.Total - (x.Total * x.Total / window.Count);
        var slope = covariance / variance;
        return (slope, (y.Total / window.Count) - (slope * x.Total / window.Count));
    }

    /// <summary>NaN differs from itself here.</summary>
    private static bool IsConstant(ReadOnlySpan<double> values)
    {
        foreach (var value in values[1..])
            if (value != values[0]) return false;
        return true;
    }
}
