using RumPortal.Domain.Vitals;

namespace RumPortal.UnitTests.Vitals;

public sealed class VitalThresholdsTests
{
    [Theory]
    [InlineData("lcp", 2500, 4000)]
    [InlineData("inp", 200, 500)]
    [InlineData("cls", 0.1, 0.25)]
    [InlineData("fcp", 1800, 3000)]
    [InlineData("ttfb", 800, 1800)]
    public void Rate_AtTheEdges_TheUpperEdgeBelongsToTheBetterClass(string vital, double good, double poor)
    {
        var limits = VitalThresholds.Of(vital)!.Value;

        Assert.Equal(VitalRating.Good, limits.Rate(good));
        Assert.Equal(VitalRating.NeedsImprovement, limits.Rate(good + 0.0001));
        Assert.Equal(VitalRating.NeedsImprovement, limits.Rate(poor));
        Assert.Equal(VitalRating.Poor, limits.Rate(poor + 0.0001));
    }

    [Fact]
    public void Of_FirstInputDelay_IsNoVitalAnyMore() => Assert.Null(VitalThresholds.Of("fid"));

    [Theory]
    [InlineData("lcp", 2620, "2.62 s")]
    [InlineData("lcp", 740.4, "740 ms")]
    [InlineData("inp", 1184, "1184 ms")]
    [InlineData("cls", 0.0312, "0.031")]
    [InlineData("cls", 0.314, "0.31")]
    [InlineData("ttfb", 1800, "1.80 s")]
    public void Text_Value_HasItsUnit(string vital, double value, string expected) => Assert.Equal(expected, VitalText.Of(vital, value));
}
