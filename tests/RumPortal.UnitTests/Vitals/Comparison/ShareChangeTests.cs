using RumPortal.Domain.Querying;
using RumPortal.Domain.Vitals;
using RumPortal.Domain.Vitals.Comparison;

namespace RumPortal.UnitTests.Vitals.Comparison;

public sealed class ShareChangeTests
{
    [Fact]
    public void Explain_CellThatBecameSlower_IsRealChange()
    {
        var change = Explain([("Arc", 90, 10), ("Chrome", 180, 20)], [("Arc", 50, 50), ("Chrome", 180, 20)]);

        Assert.Equal((0.1, 70 / 300.0), (change.Before, change.After));
        Assert.Equal("Arc", change.Cells[0].Labels["browser_name"]);
        Assert.Equal(0.4 / 3, change.Cells[0].Real, 12);
        Assert.Equal(0, change.Mix, 12);
        Assert.Equal(0, change.Cells[1].Whole, 12);
    }

    [Fact]
    public void Explain_MoreTrafficOfASlowCell_IsMixShift()
    {
        var change = Explain([("Arc", 50, 50), ("Chrome", 900, 0)], [("Arc", 450, 450), ("Chrome", 100, 0)]);

        Assert.Equal(0, change.Real, 12);
        Assert.Equal(change.Delta, change.Mix, 12);
        // Slow cells gained and fast cells lost weight: both push the same way.
        Assert.All(change.Cells, cell => Assert.True(cell.Mix > 0));
    }

    [Fact]
    public void Explain_CellsThatAppearAndVanish_CountAsMix()
    {
        var change = Explain([("Arc", 80, 20), ("Old", 10, 90)], [("Arc", 80, 20), ("New", 95, 5)]);

        Assert.Equal(change.Delta, change.Mix, 12);
        Assert.Equal(["Old", "New"], change.Cells.Take(2).Select(cell => cell.Labels["browser_name"]));
        Assert.All(change.Cells.Take(2), cell => Assert.False(cell.IsEnough));
        Assert.True(change.Cells[2].IsEnough);
    }

    [Theory]
    [InlineData(VitalRating.Good)]
    [InlineData(VitalRating.NeedsImprovement)]
    [InlineData(VitalRating.Poor)]
    public void Explain_AnyTwoPeriods_ContributionsSumToTheWholeChange(VitalRating rating)
    {
        var random = new Random((int)rating);
        for (var round = 0; round < 200; round++)
        {
            var change = ShareChange.Explain("lcp", rating, Random(), Random());

            Assert.NotNull(change);
            Assert.Equal(change.Delta, change.Cells.Sum(cell => cell.Whole), 12);
            Assert.Equal(change.Delta, change.Real + change.Mix, 12);
        }

        VitalGroups Random() => VitalGroups.By(
            Enumerable.Range(0, 25).Where(_ => random.Next(3) > 0).SelectMany(cell => Measurements.Rows(
                Measurements.Labels(("app_version", $"{cell / 5}"), ("browser_name", $"{cell % 5}")), "lcp",
                Measurements.Lcp(random.Next(400), random.Next(200), random.Next(100) + 1))), "app_version", "browser_name");
    }

    [Fact]
    public void Explain_WithoutMeasurementsInAPeriod_IsNull()
    {
        var some = Groups(("Arc", 1, 1));

        Assert.Null(ShareChange.Explain("lcp", VitalRating.Poor, some, Groups()));
        Assert.Null(ShareChange.Explain("inp", VitalRating.Poor, some, some));
        Assert.Throws<ArgumentException>(() => ShareChange.Explain("lcp", VitalRating.Poor, some, VitalGroups.By([])));
    }

    private static ShareChange Explain((string Browser, int Good, int Poor)[] before, (string Browser, int Good, int Poor)[] after) =>
        ShareChange.Explain("lcp", VitalRating.Poor, Groups(before), Groups(after))!;

    private static VitalGroups Groups(params (string Browser, int Good, int Poor)[] cells) => VitalGroups.By(
        cells.SelectMany(cell => Measurements.Rows(LabelSet.From([new("browser_name", cell.Browser)]), "lcp", Measurements.Lcp(cell.Good, 0, cell.Poor))), "browser_name");
}
