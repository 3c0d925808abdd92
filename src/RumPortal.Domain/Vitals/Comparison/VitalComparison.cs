using System.Collections.Immutable;

namespace RumPortal.Domain.Vitals.Comparison;

/// <summary>One vital of two releases, or of two periods, side by side.</summary>
/// <param name="BeforeInterval">Where the percentile of <paramref name="Before"/> truly lies; null without any measurement.</param>
/// <param name="AfterInterval">The same of <paramref name="After"/>.</param>
/// <param name="Good">Rise of the share of good ones; null when a side has no measurement.</param>
/// <param name="Poor">Rise of the share of poor ones; null when a side has no measurement.</param>
public sealed record VitalComparison(
    VitalSummary Before, VitalSummary After, PercentileInterval? BeforeInterval, PercentileInterval? AfterInterval,
    ShareDifference? Good, ShareDifference? Poor, ComparisonVerdict Verdict)
{
    public string Vital => After.Vital;

    /// <summary>After minus before, in the unit of the vital; null when a side has no measurement.</summary>
    public double? Change => After.Value - Before.Value;

    /// <exception cref="ArgumentException">Densities of different vitals.</exception>
    public static VitalComparison Of(VitalDensity before, VitalDensity after, double percentile = VitalPercentile.Default)
    {
        if (before.Vital != after.Vital) throw new ArgumentException($"{after.Vital} cannot be compared with {before.Vital}.", nameof(after));
        var (old, now) = (PercentileInterval.Of(before, percentile), PercentileInterval.Of(after, percentile));
        var (oldShares, newShares) = (before.Shares, after.Shares);
        return new VitalComparison(
            VitalSummary.Of(before, percentile), VitalSummary.Of(after, percentile), old, now,
            ShareDifference.Of(oldShares, newShares, VitalRating.Good), ShareDifference.Of(oldShares, newShares, VitalRating.Poor),
            Judge(oldShares, newShares, old, now));
    }

    /// <summary>All vitals that a side has, in the order of <see cref="VitalNames.All"/>.</summary>
    public static ImmutableArray<VitalComparison> All(VitalSlice? before, VitalSlice? after, double percentile = VitalPercentile.Default) =>
    [
        .. VitalNames.All
            .Select(vital => (vital, Before: before?[vital], After: after?[vital]))
            .Where(pair => pair.Before is not null || pair.After is not null)
            .Select(pair => Of(pair.Before ?? VitalDensity.Empty(pair.vital), pair.After ?? VitalDensity.Empty(pair.vital), percentile)),
    ];

    /// <summary>Shares are exact counts and speak first; the percentile only where its ranges do not even touch.</summary>
    private static ComparisonVerdict Judge(VitalShares before, VitalShares after, PercentileInterval? old, PercentileInterval? now)
    {
        if (!SampleGuard.IsEnough(before.Count) || !SampleGuard.IsEnough(after.Count)) return ComparisonVerdict.TooFewSamples;
        var good = ShareDifference.Of(before, after, VitalRating.Good, Confidence.OfThree);
        var poor = ShareDifference.Of(before, after, VitalRating.Poor, Confidence.OfThree);
        var isApart = old is { } o && now is { } n && o.IsApartFrom(n);
        var better = good?.Lower > 0 || poor?.Upper < 0 || (isApart && now?.Lower < old?.Lower);
        var worse = good?.Upper < 0 || poor?.Lower > 0 || (isApart && now?.Lower > old?.Lower);
        return (better, worse) switch
        {
            (true, true) => ComparisonVerdict.Mixed,
            (true, false) => ComparisonVerdict.Better,
            (false, true) => ComparisonVerdict.Worse,
            _ => ComparisonVerdict.NoClearDifference,
        };
    }
}
