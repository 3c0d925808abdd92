using System.Collections.Immutable;

namespace RumPortal.Domain.Vitals.Comparison;

/// <summary>Where work on a vital helps most visitors.</summary>
/// <param name="Items">Most page views first; slices that are good already are left out.</param>
/// <param name="TooFew">How many slices have too few measurements to be ranked.</param>
public sealed record OpportunityRanking(ImmutableArray<Opportunity> Items, int TooFew)
{
    /// <param name="percentile">What has to be good; the p75 is good exactly when 75 % of the measurements are.</param>
    public static OpportunityRanking Of(VitalGroups groups, string vital, double percentile = VitalPercentile.Default)
    {
        var measured = groups.Of(vital).Select(slice => (slice.Labels, Summary: VitalSummary.Of(slice.Density, percentile))).ToList();
        var items = measured
            .Where(slice => slice.Summary.IsEnough)
            .Select(slice => new Opportunity(slice.Labels, slice.Summary, PageViewsToGood(slice.Summary.Shares, percentile)))
            .Where(item => item.PageViews > 0)
            .OrderByDescending(item => item.PageViews);
        return new OpportunityRanking([.. items], measured.Count(slice => !slice.Summary.IsEnough));
    }

    private static double PageViewsToGood(VitalShares shares, double percentile)
    {
        var missing = percentile * shares.Count - shares.Good;
        // Rounding of the product must not ask for one page view more.
        return missing <= VitalDensity.Negligible * Math.Max(1, shares.Count) ? 0 : Math.Ceiling(missing - VitalDensity.Negligible * shares.Count);
    }
}
