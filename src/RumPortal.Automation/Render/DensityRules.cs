using System.Collections.Immutable;
using RumPortal.Clients.Loki;
using RumPortal.Clients.Prometheus;
using RumPortal.Clients.Querying;
using RumPortal.Domain.Vitals;
using RumPortal.Domain.Vitals.Recording;

namespace RumPortal.Automation.Render;

/// <summary>
/// The rules that count web vitals by bucket: one for each dimension set, or one for each of its vitals where the budget says so.
/// </summary>
/// <remarks>
/// All sets record under one metric, and each counts every report. The constant label <c>dimensions</c> tells them apart, so that a query reads exactly one
/// of them; a sum over the metric without it would count reports once for each set. A page view that reports a vital several times
/// (<c>context_id</c>) counts several times: LogQL cannot keep the last of several lines.
/// </remarks>
internal static class DensityRules
{
    /// <summary>The window of a rule ends this long before its evaluation, to leave lines time to arrive.</summary>
    private static readonly TimeSpan Delay = TimeSpan.FromSeconds(30);

    public static RuleGroup Group(VitalRuleRequest request, IReadOnlyList<BudgetedSet> sets) =>
        new(RuleGroupName.Of(request.App), RecordedTier.FiveMinutes.Interval, [.. sets.SelectMany(set => Rules(request, set))]);

    private static IEnumerable<Rule> Rules(VitalRuleRequest request, BudgetedSet set)
    {
        var all = new VitalSelection(new FaroScope(request.Labels, [request.App]))
        {
            Dimensions = [.. set.Set.Dimensions.Select(dimension => new LabelName(dimension))],
            Parser = request.Parser,
        };
        return set.Decision.Outcome == BudgetOutcome.RulePerVital
            ? VitalNames.All.Select(vital => Rule(all with { Vitals = [vital] }))
            : [Rule(all)];
    }

    private static Rule.Recording Rule(VitalSelection selection) => new(RecordedTier.FiveMinutes.Metric.ToString())
    {
        // The window is the interval: neighbouring samples then hold each line once.
        Expression = VitalQueries.Density(selection, BucketScheme.Current, RecordedTier.FiveMinutes.Interval, Delay).ToString(),
        Labels = ImmutableSortedDictionary<string, string>.Empty
            .Add(DensityLabels.Scheme, BucketScheme.Current.Name)
            .Add(RecordedSet.NameLabel, RecordedSet.NameOf(selection.Dimensions)),
    };
}
