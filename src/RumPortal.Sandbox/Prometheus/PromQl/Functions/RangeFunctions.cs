namespace RumPortal.Sandbox.Prometheus.PromQl.Functions;

/// <summary>The functions of range vectors by name.</summary>
internal static class RangeFunctions
{
    private static readonly Dictionary<string, RangeFunction> All = new(StringComparer.Ordinal)
    {
        ["rate"] = static (window, _) => Extrapolation.Value(window, isCounter: true, perSecond: true),
        ["increase"] = static (window, _) => Extrapolation.Value(window, isCounter: true, perSecond: false),
        ["delta"] = static (window, _) => Extrapolation.Value(window, isCounter: false, perSecond: false),
        ["irate"] = static (window, _) => LastChange.PerSecond(window),
        ["idelta"] = static (window, _) => LastChange.Difference(window),
        ["changes"] = static (window, _) => Transitions.Changes(window.Values),
        ["resets"] = static (window, _) => Transitions.Resets(window.Values),
        ["deriv"] = static (window, _) => Regression.Slope(window),
        ["predict_linear"] = static (window, seconds) => Regression.Predict(window, seconds),
        ["sum_over_time"] = static (window, _) => OverTime.Sum(window.Values),
        ["avg_over_time"] = static (window, _) => OverTime.Mean(window.Values),
        ["min_over_time"] = static (window, _) => OverTime.Least(window.Values),
        ["max_over_time"] = static (window, _) => OverTime.Greatest(window.Values),
        ["stddev_over_time"] = static (window, _) => Math.Sqrt(OverTime.Variance(window.Values)),
        ["stdvar_over_time"] = static (window, _) => OverTime.Variance(window.Values),
        ["quantile_over_time"] = static (window, quantile) => Quantile.Of(quantile, window.Values.ToArray()),
        ["count_over_time"] = static (window, _) => window.Count,
        ["last_over_time"] = static (window, _) => window.Values[^1],
        ["present_over_time"] = static (_, _) => 1,
    };

    public static RangeFunction? Find(string name) => All.GetValueOrDefault(name);
}
