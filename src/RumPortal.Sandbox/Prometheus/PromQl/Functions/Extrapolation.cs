using RumPortal.Sandbox.Prometheus.PromQl.Evaluation;

namespace RumPortal.Sandbox.Prometheus.PromQl.Functions;

/// <summary>The change over a window, stretched from the time between first and last sample towards the window's edges.</summary>
/// <remarks>
/// Prometheus 2.42 behaviour: an edge that lies within 1.1 mean intervals of a sample is reached, else half an interval is added; a counter is
/// not stretched back beyond the time at which it would have been zero.
/// </remarks>
internal static class Extrapolation
{
    private const double ReachInIntervals = 1.1;

    public static double? Value(RangeWindow window, bool isCounter, bool perSecond)
    {
        if (window.Count < 2) return null;
        var change = window.Values[^1] - window.Values[0];
        if (isCounter) change += LostByResets(window.Values);
        var sampled = Seconds(window.Times[0], window.Times[^1]);
        var interval = sampled / (window.Count - 1);
        var toStart = Seconds(window.Start, window.Times[0]);
        if (isCounter && change > 0 && window.Values[0] >= 0) toStart = Math.Min(toStart, sampled * (window.Values[0] / change));
        var stretched = sampled + Reach(toStart, interval) + Reach(Seconds(window.Times[^1], window.End), interval);
        var factor = stretched / sampled;
        return change * (perSecond ? factor / Seconds(window.Start, window.End) : factor);
    }

    private static double LostByResets(ReadOnlySpan<double> values)
    {
        var (lost, last) = (0.0, 0.0);
        foreach (var value in values)
        {
            if (value < last) lost += last;
            last = value;
        }

        return lost;
    }

    private static double Reach(double distance, double interval) => distance < interval * ReachInIntervals ? distance : interval / 2;

    private static double Seconds(long from, long to) => (to - from) / 1000.0;
}
