using System.Collections.Immutable;
using RumPortal.Clients.Http;
using RumPortal.Clients.Loki;
using RumPortal.Clients.Loki.LogQl;
using RumPortal.Clients.Prometheus;
using RumPortal.Clients.Querying;
using RumPortal.Domain.Querying;
using RumPortal.Domain.Vitals;
using RumPortal.Domain.Vitals.Recording;

namespace RumPortal.Automation.Recording;

/// <summary>
/// Estimates, out of the lines of the last 24 hours, how many series a dimension set would record, and decides by the series limit. Throws
/// <see cref="BackendException"/> as <see cref="LokiClient"/> does; <see cref="BackendFault.TooManySeries"/> when Loki cannot even count them.
/// </summary>
public sealed class CombinationReader(LokiClient loki, TimeProvider time)
{
    private static readonly TimeSpan Past = TimeSpan.FromDays(1);
    private static readonly TimeSpan Interval = RecordedTier.FiveMinutes.Interval;

    /// <param name="app">Whose vitals are to be recorded.</param>
    /// <param name="parser">How the installation's lines are spelt.</param>
    /// <param name="set">Every dimension must be a <see cref="LabelName"/>.</param>
    /// <param name="limit">Series that Loki allows a query.</param>
    /// <param name="cancellation">Gives up.</param>
    public async Task<BudgetDecision> DecideAsync(string app, LineParser parser, DimensionSet set, int limit, CancellationToken cancellation)
    {
        var selection = new VitalSelection(new FaroScope(loki.Labels, [app])) { Dimensions = Names(set.Dimensions), Parser = parser };
        var seen = await CountAsync(selection, cancellation);
        var decision = SeriesBudget.Decide(set, seen, ImmutableDictionary<string, IReadOnlyCollection<CombinationCount>>.Empty, limit);
        if (decision.Outcome != BudgetOutcome.Refused) return decision;
        // Which dimension to drop is a question for refused sets only: it reads the day again for each.
        var without = new Dictionary<string, IReadOnlyCollection<CombinationCount>>(StringComparer.Ordinal);
        foreach (var dimension in set.Dimensions)
            without[dimension] = await CountAsync(selection with { Dimensions = Names(set.Dimensions.Remove(dimension)) }, cancellation);
        return SeriesBudget.Decide(set, seen, without, limit);
    }

    /// <summary>The query of the estimate: for each vital the number of series that the rule would write, at every interval.</summary>
    public static MetricQuery Query(VitalSelection selection) => new MetricQuery.Aggregation(
        AggregationOperator.Count, VitalQueries.Density(selection, BucketScheme.Current, Interval), Grouping.By(DensityLabels.Vital));

    private async Task<IReadOnlyCollection<CombinationCount>> CountAsync(VitalSelection selection, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        var answer = await loki.QueryRangeAsync(Query(selection), StepGrid.Cover(new TimeRange(now - Past, now), Interval), cancellation);
        return
        [
            .. from series in answer.Series
               from sample in series.Samples
               where double.IsFinite(sample.Value)
               select new CombinationCount(sample.Time, series.Labels[DensityLabels.Vital] ?? "", (long)sample.Value),
        ];
    }

    private static ImmutableArray<LabelName> Names(IEnumerable<string> dimensions) => [.. dimensions.Select(dimension => new LabelName(dimension))];
}
