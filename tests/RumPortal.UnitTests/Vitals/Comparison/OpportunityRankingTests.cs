using RumPortal.Domain.Vitals;
using RumPortal.Domain.Vitals.Comparison;

namespace RumPortal.UnitTests.Vitals.Comparison;

public sealed class OpportunityRankingTests
{
    private static readonly VitalGroups Groups = VitalGroups.By(
    [
        .. Page("/slow-but-rare", 2, 38), .. Page("/busy", 600, 400), .. Page("/good", 750, 250), .. Page("/tiny", 0, 29), .. Page("/near", 74, 26),
        .. Measurements.Rows(Measurements.Labels(("route", "/no-lcp")), "cls", 0.5),
    ], "route");

    [Fact]
    public void Of_Pages_RanksByPageViewsThatWouldTurnGood()
    {
        var ranking = OpportunityRanking.Of(Groups, "lcp");

        Assert.Equal([("/busy", 150), ("/slow-but-rare", 28), ("/near", 1)], ranking.Items.Select(item => (item.Labels["route"]!, item.PageViews)));
        Assert.Equal(1, ranking.TooFew);
    }

    [Fact]
    public void Of_Pages_ThatManyMoreGoodOnesMakeThePercentileGoodAndOneLessDoesNot()
    {
        foreach (var percentile in VitalPercentile.All)
        {
            foreach (var item in OpportunityRanking.Of(Groups, "lcp", percentile).Items)
            {
                var (good, poor) = ((int)item.Summary.Shares.Good, (int)item.Summary.Shares.Poor);
                Assert.Equal(VitalRating.Good, RatingOf(good + (int)item.PageViews, poor - (int)item.PageViews));
                Assert.NotEqual(VitalRating.Good, RatingOf(good + (int)item.PageViews - 1, poor - (int)item.PageViews + 1));
            }

            VitalRating? RatingOf(int good, int poor) => VitalSummary.Of(Measurements.Density("lcp", Measurements.Lcp(good, 0, poor)), percentile).Rating;
        }
    }

    private static IEnumerable<DensityRow> Page(string route, int good, int poor) =>
        Measurements.Rows(Measurements.Labels(("route", route)), "lcp", Measurements.Lcp(good, 0, poor));
}
