using RumPortal.Portal.Components.Charts;

namespace RumPortal.UnitTests.Portal.Charts;

public sealed class SparklinePathTests
{
    [Fact]
    public void Path_FromZero_TouchesTopAndBottom() =>
        Assert.Equal([("M0 11L10 1", "M0 12L0 11L10 1L10 12Z")], SparklinePath.Of([0, 10], 10, 12, fromZero: true));

    [Theory]
    [InlineData(true, "M0 6L10 1")]
    [InlineData(false, "M0 11L10 1")]
    public void Path_OfValuesFarFromZero_ShowsTheirRiseUnlessItBeginsAtZero(bool fromZero, string line) =>
        Assert.Equal(line, SparklinePath.Of([50, 100], 10, 12, fromZero).Single().Line);

    [Fact]
    public void Path_WithAGap_IsBrokenThere() => Assert.Equal(
        ["M0 11L2 11", "M8 1L10 1"],
        SparklinePath.Of([0, 0, null, null, 10, 10], 10, 12, fromZero: true).Select(path => path.Line));

    [Fact]
    public void Path_OfALoneValueBetweenGaps_IsNotDrawn() =>
        Assert.Equal(["M0 11L2.5 11"], SparklinePath.Of([0, 0, null, 10, null], 10, 12, fromZero: true).Select(path => path.Line));

    [Fact]
    public void Path_OfEqualValues_IsFlat() => Assert.Equal("M0 11L10 11", SparklinePath.Of([7, 7], 10, 12, fromZero: false).Single().Line);

    [Theory]
    [InlineData(new double[0])]
    [InlineData(new double[] { 3 })]
    public void Path_OfFewerThanTwoValues_IsNone(double[] values) =>
        Assert.Empty(SparklinePath.Of([.. values.Select(value => (double?)value), null], 10, 12, fromZero: true));
}
