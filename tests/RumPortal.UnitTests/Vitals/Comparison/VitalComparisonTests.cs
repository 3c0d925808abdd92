using RumPortal.Domain.Vitals;
using RumPortal.Domain.Vitals.Comparison;

namespace RumPortal.UnitTests.Vitals.Comparison;

public sealed class VitalComparisonTests
{
    [Theory]
    [InlineData(10, 100, 0.0552, 0.1744)]
    [InlineData(0, 30, 0, 0.1135)]
    [InlineData(30, 30, 0.8865, 1)]
    public void ShareInterval_OfCounts_IsWilsons(double part, double count, double lower, double upper)
    {
        var interval = ShareInterval.Of(part, count)!.Value;

        Assert.Equal((lower, upper), (Math.Round(interval.Lower, 4), Math.Round(interval.Upper, 4)));
        Assert.Null(ShareInterval.Of(0, 0));
    }

    [Fact]
    public void ShareDifference_OfCounts_IsNewcombes()
    {
        // Newcombe 1998, table II, example (a), method 10: 56/70 against 48/80.
        var difference = ShareDifference.Of(new VitalShares(48, 32, 0), new VitalShares(56, 14, 0), VitalRating.Good)!.Value;

        Assert.Equal((0.2, 0.0524, 0.3339), (Math.Round(difference.Rise, 4), Math.Round(difference.Lower, 4), Math.Round(difference.Upper, 4)));
        Assert.True(difference.IsClear);
    }

    [Theory]
    [InlineData(50, 10, 55, 5, ComparisonVerdict.NoClearDifference)]
    [InlineData(500, 100, 500, 101, ComparisonVerdict.NoClearDifference)]
    [InlineData(500, 100, 400, 200, ComparisonVerdict.Worse)]
    [InlineData(400, 200, 500, 100, ComparisonVerdict.Better)]
    [InlineData(29, 0, 0, 500, ComparisonVerdict.TooFewSamples)]
    [InlineData(500, 0, 0, 0, ComparisonVerdict.TooFewSamples)]
    public void Of_TwoReleases_HintsWhatChanceDoesNotExplain(int goodBefore, int middleBefore, int goodAfter, int middleAfter, ComparisonVerdict expected)
    {
        var before = Measurements.Density("lcp", Measurements.Lcp(goodBefore, middleBefore, 0));
        var after = Measurements.Density("lcp", Measurements.Lcp(goodAfter, middleAfter, 0));

        Assert.Equal(expected, VitalComparison.Of(before, after).Verdict);
    }

    [Fact]
    public void Of_MoreGoodAndMorePoor_IsMixed()
    {
        var comparison = VitalComparison.Of(Measurements.Density("lcp", Measurements.Lcp(400, 500, 100)), Measurements.Density("lcp", Measurements.Lcp(500, 200, 300)));

        Assert.Equal(ComparisonVerdict.Mixed, comparison.Verdict);
        Assert.True(comparison is { Good.IsClear: true, Poor.IsClear: true });
    }

    [Fact]
    public void Of_SameSharesButOtherPercentiles_IsJudgedByThePercentile()
    {
        var before = Measurements.Density("lcp", Enumerable.Repeat(4500.0, 200));
        var after = Measurements.Density("lcp", Enumerable.Repeat(15000.0, 200));

        var comparison = VitalComparison.Of(before, after);

        Assert.Equal(ComparisonVerdict.Worse, comparison.Verdict);
        Assert.Equal((new PercentileInterval(4000, 4800), new PercentileInterval(12000, 20000)), (comparison.BeforeInterval, comparison.AfterInterval));
        Assert.Equal(18000 - 4600, comparison.Change!.Value, 9);
        Assert.Equal(ComparisonVerdict.Better, VitalComparison.Of(after, before).Verdict);
    }

    [Fact]
    public void Of_TwoSamplesOfOneTruth_SeldomHintsAnything()
    {
        var random = new Random(95);
        var alarms = Enumerable.Range(0, 1000).Count(_ => VitalComparison.Of(Sample(), Sample()).Verdict != ComparisonVerdict.NoClearDifference);

        Assert.InRange(alarms / 1000.0, 0.005, 0.05);

        VitalDensity Sample() => Measurements.Density("lcp", Measurements.LogNormal(random, 200, 2200, 0.6));
    }

    [Fact]
    public void PercentileInterval_OfSamples_HoldsTheTruthNineteenTimesOfTwenty()
    {
        var random = new Random(19);
        // The p75 of the log-normal: its median times e to the 0.6745 spreads.
        var truth = 2200 * Math.Exp(0.6 * 0.67449);
        var hits = Enumerable.Range(0, 1000)
            .Select(_ => PercentileInterval.Of(Measurements.Density("lcp", Measurements.LogNormal(random, 60, 2200, 0.6)), 0.75)!.Value)
            .Count(interval => truth > interval.Lower && truth <= interval.Upper);

        Assert.InRange(hits, 950, 1000);
    }

    [Fact]
    public void PercentileInterval_OfAFewMeasurements_IsUnbounded()
    {
        Assert.Equal(new PercentileInterval(0, double.PositiveInfinity), PercentileInterval.Of(Measurements.Density("lcp", 900), 0.75));
        Assert.Null(PercentileInterval.Of(VitalDensity.Empty("lcp"), 0.75));
    }

    [Fact]
    public void All_OfTwoSlices_ComparesWhatOneOfThemHas()
    {
        var before = new VitalSlice(Measurements.Labels(("app_version", "117")), [Measurements.Density("lcp", 100)]);
        var after = new VitalSlice(Measurements.Labels(("app_version", "118")), [Measurements.Density("inp", 100)]);

        var all = VitalComparison.All(before, after);

        Assert.Equal(["lcp", "inp"], all.Select(comparison => comparison.Vital));
        Assert.Null(all[0].Change);
        Assert.Null(all[0].Good);
        Assert.Empty(VitalComparison.All(null, null));
        Assert.Throws<ArgumentException>(() => VitalComparison.Of(before.Densities[0], after.Densities[0]));
    }
}
