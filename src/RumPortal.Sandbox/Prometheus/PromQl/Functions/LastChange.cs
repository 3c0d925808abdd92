using RumPortal.Sandbox.Prometheus.PromQl.Evaluation;

namespace RumPortal.Sandbox.Prometheus.PromQl.Functions;

/// <summary>The change between the last two samples.</summary>
internal static class LastChange
{
    public static double? Difference(RangeWindow window) => window.Count < 2 ? null : window.Values[^1] - window.Values[^2];

    /// <summary>For a counter: one that has fallen began anew at zero.</summary>
    public static double? PerSecond(RangeWindow window)
    {
        if (window.Count < 2) return null;
        var (last, previous) = (window.Values[^1], window.Values[^2]);
        return (last < previous ? last : last - previous) / ((window.Times[^1] - window.Times[^2]) / 1000.0);
    }
}
