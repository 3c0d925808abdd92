using System.Collections.Immutable;
using RumPortal.Clients.Prometheus;
using RumPortal.Clients.Querying;
using RumPortal.Domain.Vitals.Recording;

namespace RumPortal.Automation.Render;

/// <summary>Turns what an app wants recorded into rule files. Pure: the same request gives the same files.</summary>
public static class VitalRuleRenderer
{
    /// <exception cref="ArgumentException">The app has no name.</exception>
    public static VitalRuleFiles Render(VitalRuleRequest request)
    {
        var refused = request.Sets.Select(Refusal).OfType<RefusedSet>().ToImmutableArray();
        var recorded = request.Sets.Where(set => Refusal(set) is null).DistinctBy(NameOf).ToList();
        if (recorded.Count == 0) return new(new([]), new([]), new([]), refused);
        return new(
            new([DensityRules.Group(request, recorded)]),
            new([.. RollUpRules.Groups(request)]),
            request.Alerts is { } options ? new([AlertRules.Group(request, options, Smallest(recorded))]) : new([]),
            refused);
    }

    /// <summary>Why no rule can record a set, as a sentence for the user; null when one can.</summary>
    public static string? UnusableFault(DimensionSet set)
    {
        var unusable = set.Dimensions.FirstOrDefault(dimension => !LabelName.TryParse(dimension, out _) || dimension == RecordedSet.NameLabel);
        return unusable is null ? null : $"{unusable} cannot be a dimension: it is a word of the query language or set by the rule itself.";
    }

    private static RefusedSet? Refusal(BudgetedSet set)
    {
        if (set.Decision.Outcome == BudgetOutcome.Refused) return new(set.Set, set.Decision.Sentence);
        return UnusableFault(set.Set) is { } fault ? new(set.Set, fault) : null;
    }

    private static string NameOf(BudgetedSet set) => RecordedSet.NameOf(set.Set.Dimensions.Select(dimension => new LabelName(dimension)));

    // Each set counts every report, so alerts read the one with the fewest series.
    private static BudgetedSet Smallest(IEnumerable<BudgetedSet> sets) => sets.MinBy(set => set.Set.Dimensions.Length) ?? throw new ArgumentException("There is no set.", nameof(sets));
}
