using RumPortal.Clients.Loki;
using RumPortal.Clients.Prometheus.PromQl;
using RumPortal.Clients.Querying;
using RumPortal.Domain.Faro;
using RumPortal.Domain.Querying;
using RumPortal.Domain.Vitals;

namespace RumPortal.Clients.Prometheus;

/// <summary>
/// The queries over recorded bucket counts, ready-made. Each has its finished text in its comment, for the scope
/// <c>{app_name="shop-web"}</c>.
/// </summary>
/// <remarks>
/// Samples are counts of an interval and no counters: they are summed over a window, never rated, and never read as the latest value, which
/// Prometheus repeats for five minutes. Prometheus 2.x counts a sample that lies exactly at the beginning of a window into both
/// neighbours, 3.x does not; windows are a millisecond, the resolution of samples, shorter than their step, so that neighbours share no
/// sample anywhere.
/// </remarks>
public static class RecordedVitals
{
    /// <summary>
    /// How many reports fell into each bucket, by vital and the dimensions: not cumulative, and without a series where there was none.
    /// Evaluate it at the end of a range with the range's length as window, or over a <see cref="StepGrid"/> with its step.
    /// </summary>
    /// <example><code>
    /// sum by (vital, le, scheme, app_version) (sum_over_time(
    ///   rum_vital_density:count5m{app_name="shop-web", dimensions="app_version,browser_name", browser_name=~"Arc|Chrome"}[21599999ms]))
    /// </code></example>
    /// <exception cref="ArgumentException">The set lacks a key that the selection needs.</exception>
    public static PromQuery Counts(VitalSelection selection, RecordedSet set, RecordedTier tier, TimeSpan window)
    {
        if (!set.Holds(selection)) throw new ArgumentException("The recorded set lacks a key that is asked for.", nameof(set));
        var series = Select(selection.Scope, tier)
            .With(MatcherOf(set))
            .With(selection.IsOfAllVitals ? [] : [LabelMatcher.IsAnyOf(DensityLabels.Vital, selection.Vitals)])
            .With(Matchers(selection.Filters));
        return new PromQuery.OverTime(RangeFunction.SumOverTime, series, Inside(window))
            .SumBy(new LabelName[] { DensityLabels.Vital, DensityLabels.Edge, DensityLabels.Scheme }.Union(selection.Dimensions));
    }

    /// <summary>
    /// The counts of every app in the scope, by app and environment, over a window of the finest tier. Every set counts each measurement
    /// once, so the sets stay apart.
    /// </summary>
    /// <example><code>
    /// sum by (app_name, app_environment, vital, le, scheme, dimensions) (sum_over_time(rum_vital_density:count5m{app_name=~".+"}[3599999ms]))
    /// </code></example>
    public static PromQuery CountsByApp(FaroScope scope, TimeSpan window) =>
        new PromQuery.OverTime(RangeFunction.SumOverTime, Select(scope, RecordedTier.FiveMinutes), Inside(window)).SumBy(
        [
            FaroFields.AppName, FaroFields.AppEnvironment, DensityLabels.Vital, DensityLabels.Edge, DensityLabels.Scheme, RecordedSet.NameLabel,
        ]);

    /// <summary>How many samples were recorded in each window: where there is none, nothing was recorded or nobody came.</summary>
    /// <param name="scope">The apps and environments.</param>
    /// <param name="tier">The resolution.</param>
    /// <param name="window">How far each instant looks back.</param>
    /// <param name="set">Of one set alone; null for all.</param>
    /// <example><c>sum (count_over_time(rum_vital_density:count5m{app_name="shop-web"}[59999ms]))</c></example>
    public static PromQuery SampleCount(FaroScope scope, RecordedTier tier, TimeSpan window, RecordedSet? set = null) => new PromQuery.Aggregation(
        AggregationOperator.Sum, new PromQuery.OverTime(RangeFunction.CountOverTime, Select(scope, tier).With(set is null ? [] : [MatcherOf(set)]), Inside(window)));

    /// <summary>All series of a tier in the scope, of every set.</summary>
    /// <example><c>rum_vital_density:count5m{app_name="shop-web", app_environment=~"production|staging"}</c></example>
    public static SeriesSelector Select(FaroScope scope, RecordedTier tier) => new(
        tier.Metric,
        [
            scope.Apps is null ? LabelMatcher.Exists(FaroFields.AppName) : LabelMatcher.IsAnyOf(FaroFields.AppName, scope.Apps),
            .. scope.Environments.Count == 0 ? [] : new[] { LabelMatcher.IsAnyOf(FaroFields.AppEnvironment, scope.Environments) },
        ]);

    private static LabelMatcher MatcherOf(RecordedSet set) =>
        set.Name is null ? LabelMatcher.IsAbsent(RecordedSet.NameLabel) : LabelMatcher.Is(RecordedSet.NameLabel, set.Name);

    // Several "is" on one key are alternatives, as for lines.
    private static IEnumerable<LabelMatcher> Matchers(IEnumerable<MetadataFilter> filters) =>
        filters.GroupBy(filter => (filter.Key, filter.Operator)).SelectMany(group =>
        {
            var values = group.Select(filter => filter.Value).Distinct(StringComparer.Ordinal).ToList();
            return group.Key.Operator switch
            {
                FilterOperator.Is => [LabelMatcher.IsAnyOf(group.Key.Key, values)],
                FilterOperator.IsNot => [LabelMatcher.IsNoneOf(group.Key.Key, values)],
                _ => values.Select(value => LabelMatcher.Contains(group.Key.Key, value)),
            };
        });

    private static TimeSpan Inside(TimeSpan window)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(window, TimeSpan.FromMilliseconds(2));
        return TimeSpan.FromMilliseconds((window.Ticks / TimeSpan.TicksPerMillisecond) - 1);
    }
}
