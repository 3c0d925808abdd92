using System.Collections.Immutable;
using RumPortal.Clients.Prometheus.PromQl;
using RumPortal.Domain.Querying;

namespace RumPortal.Clients.Prometheus;

/// <summary>
/// One of the resolutions in which bucket counts are recorded. A sample holds what arrived in the interval before it, less the 30 s that
/// rules leave for late lines; the coarser tiers are sums of the finer ones.
/// </summary>
/// <remarks>
/// So a sample of 12:05:00 in <see cref="FiveMinutes"/> counts what arrived from 11:59:30 to 12:04:30, and a query for a range answers for
/// one that is 30 s earlier, within an interval at either end.
/// </remarks>
/// <param name="Metric">The name of the series.</param>
/// <param name="Interval">The time between samples, which is also what each covers.</param>
public sealed record RecordedTier(MetricName Metric, TimeSpan Interval)
{
    // A range of fewer intervals would be off by more than a hundredth, because its ends lie inside of intervals.
    private const int FewestIntervals = 100;

    /// <summary>What Loki's ruler records.</summary>
    public static RecordedTier FiveMinutes { get; } = new("rum_vital_density:count5m", TimeSpan.FromMinutes(5));

    public static RecordedTier Hour { get; } = new("rum_vital_density:count1h", TimeSpan.FromHours(1));

    public static RecordedTier Day { get; } = new("rum_vital_density:count1d", TimeSpan.FromDays(1));

    /// <summary>The coarsest first.</summary>
    public static ImmutableArray<RecordedTier> All { get; } = [Day, Hour, FiveMinutes];

    /// <summary>
    /// The tiers that can answer for a range, the coarsest and so cheapest first; the finest is always among them. A coarser one needs a
    /// range that begins and ends at its intervals, or has at least a hundred of them.
    /// </summary>
    public static IReadOnlyList<RecordedTier> Fitting(TimeRange range) =>
        [.. All.Where(tier => tier == FiveMinutes || tier.IsFineFor(range) || tier.IsAligned(range.From, range.To))];

    /// <summary>The tiers that can answer for windows of a step, the coarsest first; the finest is always among them.</summary>
    public static IReadOnlyList<RecordedTier> Fitting(TimeSpan step) =>
        [.. All.Where(tier => tier == FiveMinutes || (step >= tier.Interval && step.Ticks % tier.Interval.Ticks == 0))];

    /// <summary>Whether a range holds so many intervals that one at its end, missing or half outside, is less than a hundredth.</summary>
    public bool IsFineFor(TimeRange range) => range.Duration >= Interval * FewestIntervals;

    private bool IsAligned(DateTimeOffset from, DateTimeOffset to) =>
        from.UtcTicks % Interval.Ticks == 0 && to.UtcTicks % Interval.Ticks == 0;
}
