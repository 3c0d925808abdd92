using System.Collections.Immutable;
using RumPortal.Domain.Vitals;
using RumPortal.Domain.Vitals.Comparison;

namespace RumPortal.Portal.Features.Vitals;

/// <summary>One value of the dimension that a breakdown is by.</summary>
/// <param name="Value">Empty where the measurements lack the key.</param>
/// <param name="Summary">Of the chosen vital.</param>
/// <param name="Comparison">Against the compared period; null without one, or when the value was not measured then.</param>
/// <param name="Opportunity">Page views that would turn good; null below the sample guard.</param>
public sealed record BreakdownRow(string Value, VitalSummary Summary, VitalComparison? Comparison, double? Opportunity)
{
    /// <summary>The rows of one vital, ordered. Rows below the sample guard come last, whatever the order is.</summary>
    public static ImmutableArray<BreakdownRow> Of(VitalGroups now, VitalGroups? before, string vital, double percentile, BreakdownSort sort)
    {
        var dimension = now.Dimensions[0];
        var gains = OpportunityRanking.Of(now, vital, percentile).Items.ToDictionary(item => item.Labels, item => item.PageViews);
        var earlier = before?.Slices.ToDictionary(slice => slice.Labels, slice => slice[vital]);
        var rows =
            from slice in now.Slices
            let density = slice[vital]
            where density is not null
            let old = earlier?.GetValueOrDefault(slice.Labels)
            let summary = VitalSummary.Of(density, percentile)
            select new BreakdownRow(
                slice.Labels[dimension] ?? "", summary, old is null ? null : VitalComparison.Of(old, density, percentile),
                summary.IsEnough ? gains.GetValueOrDefault(slice.Labels) : null);
        return [.. Ordered(rows, sort)];
    }

    private static IEnumerable<BreakdownRow> Ordered(IEnumerable<BreakdownRow> rows, BreakdownSort sort)
    {
        var enoughFirst = rows.OrderByDescending(row => row.Summary.IsEnough);
        return sort == BreakdownSort.Name ? enoughFirst.ThenBy(row => row.Value, VersionOrder.Instance) : enoughFirst.ThenByDescending(row => sort switch
        {
            BreakdownSort.Value => row.Summary.Value,
            BreakdownSort.Count => row.Summary.Count,
            BreakdownSort.Delta => row.Comparison?.Change,
            _ => row.Opportunity,
        }).ThenByDescending(row => row.Summary.Count);
    }
}
