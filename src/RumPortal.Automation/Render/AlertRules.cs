using System.Collections.Immutable;
using RumPortal.Clients.Prometheus.PromQl;
using RumPortal.Clients.Querying;
using RumPortal.Domain.Vitals;

namespace RumPortal.Automation.Render;

/// <summary>
/// The alerts of an app: for each vital one when its p75 has left the good range, and one when it has become poor; see
/// <see cref="VitalAlertOptions"/>. The value of an alert is the share of values beyond the threshold.
/// </summary>
/// <remarks>
/// <c>histogram_quantile</c> is of no use here: it expects cumulative buckets and gives wrong numbers for these without a word.
/// </remarks>
internal static class AlertRules
{
    /// <summary>A p75 lies beyond a threshold exactly when more than this share of the values does.</summary>
    private const double Quarter = 0.25;

    private static readonly TimeSpan Interval = TimeSpan.FromMinutes(5);

    public static RuleGroup Group(VitalRuleRequest request, VitalAlertOptions options, BudgetedSet set) =>
        new(RuleGroupName.Of(request.App) + "-alerts", Interval, [.. VitalNames.All.SelectMany(vital => Rules(request, options, set, vital))]);

    private static IEnumerable<Rule> Rules(VitalRuleRequest request, VitalAlertOptions options, BudgetedSet set, string vital)
    {
        if (VitalThresholds.Of(vital) is not { } thresholds) yield break;
        var shares = new VitalShareQueries(request, set, vital, options.Window);
        var texts = new VitalAlertTexts(request, options, vital);
        yield return Rule("RumVitalNotGood", "warning", "is no longer good", thresholds.Good);
        yield return Rule("RumVitalPoor", "critical", "has become poor", thresholds.Poor);

        Rule.Alerting Rule(string name, string severity, string change, double threshold) => new(name)
        {
            Expression = Condition(shares, options, threshold).ToString(),
            For = options.For,
            Labels = ImmutableSortedDictionary<string, string>.Empty.Add("severity", severity).Add("vital", vital),
            Annotations = texts.Annotations(change, threshold),
        };
    }

    private static PromQuery.Binary Condition(VitalShareQueries shares, VitalAlertOptions options, double threshold)
    {
        var now = shares.Beyond(threshold);
        var growth = new PromQuery.Binary(now, BinaryOperator.Subtract, shares.BeyondOrZero(threshold, options.Baseline));
        return new[]
        {
            Compare(now, BinaryOperator.Greater, Quarter),
            Compare(growth, BinaryOperator.Greater, options.Growth),
            Compare(shares.All(), BinaryOperator.GreaterOrEqual, options.MinimumSamples),
            Compare(shares.All(options.Baseline), BinaryOperator.GreaterOrEqual, options.MinimumSamples),
        }.Aggregate((all, next) => new(all, BinaryOperator.And, next));
    }

    private static PromQuery.Binary Compare(PromQuery query, BinaryOperator comparison, double number) =>
        new(query, comparison, new PromQuery.Scalar(number));
}
