using RumPortal.Domain.Vitals;

namespace RumPortal.UnitTests.Vitals;

public sealed class VitalTextTests
{
    [Theory]
    [InlineData("lcp", 2500, "2.5 s")]
    [InlineData("lcp", 4000, "4 s")]
    [InlineData("lcp", 1000, "1 s")]
    [InlineData("lcp", 999, "999 ms")]
    [InlineData("ttfb", 800, "800 ms")]
    [InlineData("fcp", 1234, "1.234 s")]
    [InlineData("inp", 200, "200 ms")]
    [InlineData("inp", 2500, "2500 ms")]
    [InlineData("inp", 0.5, "0.5 ms")]
    [InlineData("cls", 0, "0")]
    [InlineData("cls", 0.0025, "0.0025")]
    [InlineData("cls", 0.25, "0.25")]
    public void Edge_OfAVital_IsAsShortAsItIsExact(string vital, double value, string expected) => Assert.Equal(expected, VitalText.Edge(vital, value));

    [Theory]
    [InlineData("lcp", 2617.4, "2.62 s")]
    [InlineData("lcp", 740.2, "740 ms")]
    [InlineData("lcp", 999.4, "999 ms")]
    [InlineData("lcp", 999.5, "1.00 s")]
    [InlineData("inp", 184.4, "184 ms")]
    [InlineData("inp", 1840, "1840 ms")]
    [InlineData("cls", 0.0834, "0.083")]
    [InlineData("cls", 0.1234, "0.12")]
    public void Text_OfAValue_HasItsUnit(string vital, double value, string expected) => Assert.Equal(expected, VitalText.Of(vital, value));

    [Fact]
    public void Edge_OfEveryBucket_TellsItFromTheNext() =>
        Assert.All(BucketScheme.Current.Bounds, bounds => Assert.Equal(bounds.Value.Length, bounds.Value.Select(edge => VitalText.Edge(bounds.Key, edge)).Distinct().Count()));
}
