using System.Collections.Immutable;
using RumPortal.Domain.Querying;

namespace RumPortal.Domain.Vitals.Comparison;

/// <summary>
/// Why a share of good or poor measurements moved between two periods: real change (cells became slower or faster) apart from mix
/// shift (more traffic of slow cells), by cell.
/// </summary>
/// <remarks>
/// With weight w and share p of a cell, before (0) and after (1), and m the mean of both whole shares:
/// <code>
/// real = (w0 + w1) / 2 * (p1 - p0)
/// mix  = (w1 - w0) * ((p0 + p1) / 2 - m)
/// </code>
/// This is Kitagawa's decomposition: symmetric in time, and over all cells real + mix is exactly the change of the whole, because the
/// weights sum to one in each period. A cell without measurements in a period has no share there; it counts as mix alone.
/// </remarks>
/// <param name="Before">The share of the whole in the earlier period.</param>
/// <param name="After">The share of the whole in the later period.</param>
/// <param name="Cells">Largest contribution first, whichever its sign.</param>
public sealed record ShareChange(string Vital, VitalRating Rating, double Before, double After, ImmutableArray<CellContribution> Cells)
{
    public double Delta => After - Before;

    public double Real => Cells.Sum(cell => cell.Real);

    public double Mix => Cells.Sum(cell => cell.Mix);

    /// <summary>Null when one of the periods has no measurement of the vital.</summary>
    /// <exception cref="ArgumentException">The groups are by different dimensions.</exception>
    public static ShareChange? Explain(string vital, VitalRating rating, VitalGroups before, VitalGroups after)
    {
        if (!before.Dimensions.SequenceEqual(after.Dimensions)) throw new ArgumentException("The periods are grouped by different dimensions.", nameof(after));
        var (old, now) = (Shares(vital, before), Shares(vital, after));
        var (oldWhole, newWhole) = (Total(old.Values), Total(now.Values));
        if (oldWhole.ShareOf(rating) is not { } shareBefore || newWhole.ShareOf(rating) is not { } shareAfter) return null;
        var mean = (shareBefore + shareAfter) / 2;
        var cells = old.Keys.Union(now.Keys)
            .Select(labels => Contribution(labels, rating, old.GetValueOrDefault(labels), now.GetValueOrDefault(labels), oldWhole.Count, newWhole.Count, mean))
            .OrderByDescending(cell => Math.Abs(cell.Whole));
        return new ShareChange(vital, rating, shareBefore, shareAfter, [.. cells]);
    }

    private static CellContribution Contribution(
        LabelSet labels, VitalRating rating, VitalShares before, VitalShares after, double countBefore, double countAfter, double mean)
    {
        var (w0, w1) = (before.Count / countBefore, after.Count / countAfter);
        var p0 = before.ShareOf(rating) ?? after.ShareOf(rating) ?? 0;
        var p1 = after.ShareOf(rating) ?? p0;
        return new CellContribution(labels, before, after, (w0 + w1) / 2 * (p1 - p0), (w1 - w0) * ((p0 + p1) / 2 - mean));
    }

    private static Dictionary<LabelSet, VitalShares> Shares(string vital, VitalGroups groups) =>
        groups.Of(vital).ToDictionary(slice => slice.Labels, slice => slice.Density.Shares);

    private static VitalShares Total(IEnumerable<VitalShares> shares) =>
        shares.Aggregate(default(VitalShares), (sum, next) => new(sum.Good + next.Good, sum.NeedsImprovement + next.NeedsImprovement, sum.Poor + next.Poor));
}
