using System.Collections.Immutable;
using RumPortal.Clients.Http;
using RumPortal.Clients.Loki;
using RumPortal.Clients.Querying;
using RumPortal.Domain.Faro;
using RumPortal.Domain.Querying;
using RumPortal.Domain.Vitals;

namespace RumPortal.Clients.Prometheus;

/// <summary>
/// Finds out what bucket counts are recorded for a scope: by which keys, since when and until when. Throws
/// <see cref="BackendException"/> as <see cref="PrometheusClient"/> does.
/// </summary>
public sealed class RecordedVitalsReader(PrometheusClient prometheus, TimeProvider time)
{
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    // What an hour sums begins five minutes earlier, and half a minute was left for lines before that.
    private static readonly TimeSpan RollUpDelay = TimeSpan.FromMinutes(6);

    // Longer than any range that can be chosen.
    private static readonly TimeSpan LongestPast = TimeSpan.FromDays(400);

    private static readonly string[] LabelsOfEverySet =
    [
        "__name__", FaroFields.AppName, FaroFields.AppEnvironment, DensityLabels.Vital, DensityLabels.Edge, DensityLabels.Scheme,
        RecordedSet.NameLabel,
    ];

    /// <summary>Tiers and sets that have series in the range, give or take a few hours; cheap, from the index.</summary>
    public async Task<RecordedIndex> ReadIndexAsync(FaroScope scope, TimeRange range, CancellationToken cancellation)
    {
        var series = RecordedTier.All.Select(tier => RecordedVitals.Select(scope, tier)).ToList();
        var unnamed = series.Select(selector => selector.With(LabelMatcher.IsAbsent(RecordedSet.NameLabel))).ToList();
        var metrics = prometheus.LabelValuesAsync("__name__", range, series, cancellation);
        var names = prometheus.LabelValuesAsync(RecordedSet.NameLabel, range, series, cancellation);
        var labels = prometheus.LabelsAsync(range, unnamed, cancellation);
        await Task.WhenAll(metrics, names, labels);

        var (found, named, others) = (await metrics, await names, await labels);
        var dimensions = others.Items.Except(LabelsOfEverySet, StringComparer.Ordinal);
        return new RecordedIndex(
            [.. RecordedTier.All.Where(tier => found.Items.Contains(tier.Metric.ToString()))],
            [.. named.Items.Select(RecordedSet.Named), .. others.Items.IsEmpty ? [] : new[] { RecordedSet.Unnamed(dimensions) }],
            [.. found.Warnings.Concat(named.Warnings).Concat(others.Warnings).Distinct()]);
    }

    /// <summary>
    /// Since when a set is recorded, to the minute; null when there is nothing in the last 400 days. The coarsest tier finds the day,
    /// with few samples, and the finest the minute in what that sums up. What the finest has from before does not count: a range that long
    /// is answered by the coarsest.
    /// </summary>
    /// <param name="scope">The apps and environments.</param>
    /// <param name="tiers">Those that there are, the coarsest first; at least one.</param>
    /// <param name="set">The set; null for whichever began first.</param>
    /// <param name="cancellation">Ends the read.</param>
    public async Task<DateTimeOffset?> ReadOldestAsync(FaroScope scope, ImmutableArray<RecordedTier> tiers, RecordedSet? set, CancellationToken cancellation)
    {
        var (coarsest, finest) = (tiers[0], tiers[^1]);
        var days = await FilledAsync(scope, coarsest, set, Past(LongestPast), Day, cancellation);
        if (days is not [var day, ..]) return null;
        var first = await FirstAsync(scope, coarsest, set, new TimeRange(day - Day, day), cancellation) ?? day;
        if (coarsest == finest) return first - Minute;
        var begin = first - coarsest.Interval - RollUpDelay;
        return await FirstAsync(scope, finest, set, new TimeRange(begin, first), cancellation) - Minute ?? begin + RollUpDelay;
    }

    /// <summary>
    /// Until when a tier has samples, to the minute; null when it has none in the last 400 days. An age well beyond the tier's interval
    /// says that the ruler is stale, or that nobody came.
    /// </summary>
    public async Task<DateTimeOffset?> ReadNewestAsync(FaroScope scope, RecordedTier tier, CancellationToken cancellation)
    {
        var recent = await FilledAsync(scope, tier, null, Past(tier.Interval * 3), Minute, cancellation);
        if (recent is [.., var last]) return Passed(last);
        var days = await FilledAsync(scope, tier, null, Past(LongestPast), Day, cancellation);
        if (days is not [.., var day]) return null;
        var minutes = await FilledAsync(scope, tier, null, new TimeRange(day - Day, day), Minute, cancellation);
        return Passed(minutes is [.., var newest] ? newest : day);
    }

    // The last window of a grid may end after now.
    private DateTimeOffset Passed(DateTimeOffset instant)
    {
        var now = time.GetUtcNow();
        return instant < now ? instant : now;
    }

    // The end of the first minute that holds a sample.
    private async Task<DateTimeOffset?> FirstAsync(FaroScope scope, RecordedTier tier, RecordedSet? set, TimeRange range, CancellationToken cancellation) =>
        await FilledAsync(scope, tier, set, range, Minute, cancellation) is [var first, ..] ? first : null;

    // The instants whose windows, each of a step, hold samples.
    private async Task<IReadOnlyList<DateTimeOffset>> FilledAsync(
        FaroScope scope, RecordedTier tier, RecordedSet? set, TimeRange range, TimeSpan step, CancellationToken cancellation)
    {
        var answer = await prometheus.QueryRangeAsync(RecordedVitals.SampleCount(scope, tier, step, set), StepGrid.Cover(range, step), cancellation);
        return [.. answer.Series.SelectMany(series => series.Samples).Where(sample => sample.Value > 0).Select(sample => sample.Time).Order()];
    }

    private TimeRange Past(TimeSpan duration)
    {
        var now = time.GetUtcNow();
        return new TimeRange(now - duration, now);
    }
}
