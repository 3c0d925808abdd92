using RumPortal.Clients.Loki;
using RumPortal.Clients.Prometheus;
using RumPortal.Clients.Prometheus.PromQl;

namespace RumPortal.Automation.Render;

/// <summary>
/// The rules by which Prometheus adds up the buckets of five minutes to hours and those to days, with all labels. Long ranges then read a
/// sample an hour or a day.
/// </summary>
/// <remarks>
/// The window of a roll-up is its interval less one millisecond, the resolution of samples. Prometheus 2.x counts a sample that lies exactly on
/// the left edge of a window, and with it every sample at a boundary twice; 3.x does not. A millisecond less is right in both, as long as no
/// sample lies within that millisecond.
/// </remarks>
internal static class RollUpRules
{
    /// <summary>Remote write needs seconds, after a hiccup minutes; what arrives later than this is missing in the hour for good.</summary>
    private static readonly TimeSpan ArrivalOfSamples = TimeSpan.FromMinutes(5);

    // The hours are named so that they sort before the days, which read them. Both are evaluated in the same server, so the days need no delay.
    public static IEnumerable<RuleGroup> Groups(VitalRuleRequest request) =>
    [
        Group(request, "-1h", RecordedTier.FiveMinutes, RecordedTier.Hour, ArrivalOfSamples),
        Group(request, "-24h", RecordedTier.Hour, RecordedTier.Day, TimeSpan.Zero),
    ];

    private static RuleGroup Group(VitalRuleRequest request, string suffix, RecordedTier from, RecordedTier to, TimeSpan delay)
    {
        var series = RecordedVitals.Select(new FaroScope(request.Labels, [request.App]), from);
        var sum = new PromQuery.OverTime(RangeFunction.SumOverTime, series, to.Interval - TimeSpan.FromMilliseconds(1), delay);
        return new(RuleGroupName.Of(request.App) + suffix, to.Interval, [new Rule.Recording(to.Metric.ToString()) { Expression = sum.ToString() }]);
    }
}
