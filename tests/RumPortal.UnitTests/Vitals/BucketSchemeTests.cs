using RumPortal.Domain.Vitals;

namespace RumPortal.UnitTests.Vitals;

public sealed class BucketSchemeTests
{
    [Fact]
    public void Current_OfEveryVital_AscendsAndHoldsTheOfficialLimits() => Assert.All(VitalNames.All, vital =>
    {
        var bounds = BucketScheme.Current.Bounds[vital];
        var limits = VitalThresholds.Of(vital)!.Value;

        Assert.Equal(bounds.Distinct().Order(), bounds);
        Assert.Contains(limits.Good, bounds);
        Assert.Contains(limits.Poor, bounds);
        Assert.Equal(24, bounds.Length);
    });

    [Fact]
    public void Current_BetweenHalfOfGoodAndPoor_KnowsAPercentileToAboutATenth() => Assert.All(VitalNames.All, vital =>
    {
        var limits = VitalThresholds.Of(vital)!.Value;
        var bounds = BucketScheme.Current.Bounds[vital].Where(bound => bound >= limits.Good / 2 && bound <= limits.Poor).ToList();

        // Half of a bucket to each side of its middle.
        Assert.All(bounds.Zip(bounds.Skip(1)), pair => Assert.InRange((pair.Second - pair.First) / (pair.Second + pair.First), 0, 0.15));
    });

    [Theory]
    [InlineData(2500, "2500")]
    [InlineData(0.1, "0.1")]
    [InlineData(0.0025, "0.0025")]
    [InlineData(0, "0")]
    [InlineData(double.PositiveInfinity, "+Inf")]
    public void BucketEdge_OfANumber_IsItsShortestText(double edge, string expected)
    {
        Assert.Equal(expected, BucketEdge.Text(edge));
        Assert.True(BucketEdge.TryParse(expected, out var read));
        Assert.Equal(edge, read);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("NaN")]
    [InlineData("-Inf")]
    [InlineData("-1")]
    [InlineData("1,5")]
    [InlineData(" 5")]
    [InlineData("1e999")]
    [InlineData("0x10")]
    public void BucketEdge_OfAnyOtherText_IsRefused(string? text) => Assert.False(BucketEdge.TryParse(text, out _));

    [Theory]
    [InlineData("lcp", 0, "200")]
    [InlineData("lcp", 2500, "2500")]
    [InlineData("lcp", 2500.1, "2800")]
    [InlineData("lcp", 20001, "+Inf")]
    [InlineData("cls", 0, "0")]
    [InlineData("cls", 0.1, "0.1")]
    public void EdgeOf_AValue_IsThatOfTheBucketItBelongsTo(string vital, double value, string expected) =>
        Assert.Equal(expected, BucketScheme.Current.EdgeOf(vital, value));

    [Fact]
    public void Find_SchemeByName_IsNullForUnknownOnes()
    {
        Assert.Same(BucketScheme.Current, BucketScheme.Find("vitals-24"));
        Assert.Null(BucketScheme.Find("vitals-12"));
    }
}
