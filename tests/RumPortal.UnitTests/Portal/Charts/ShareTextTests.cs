using RumPortal.Domain.Vitals;
using RumPortal.Portal.Components.Charts;

namespace RumPortal.UnitTests.Portal.Charts;

public sealed class ShareTextTests
{
    [Theory]
    [InlineData(0, "0 %")]
    [InlineData(0.000001, "< 0.1 %")]
    [InlineData(0.00099, "< 0.1 %")]
    [InlineData(0.001, "0.1 %")]
    [InlineData(0.714, "71.4 %")]
    [InlineData(0.5, "50 %")]
    [InlineData(0.999, "99.9 %")]
    [InlineData(0.9991, "> 99.9 %")]
    [InlineData(0.9999999, "> 99.9 %")]
    [InlineData(1, "100 %")]
    public void Text_OfAShare_SaysAllAndNothingOnlyWhereItIsSo(double share, string expected) => Assert.Equal(expected, ShareText.Of(share));

    [Fact]
    public void Text_OfNoSamples_IsEmpty() => Assert.Equal("", ShareText.Of(default, VitalRating.Good));

    [Fact]
    public void Text_OfShares_IsOfTheAskedRating() => Assert.Equal(
        ["50 %", "33.3 %", "16.7 %"], Enum.GetValues<VitalRating>().Select(rating => ShareText.Of(new VitalShares(3, 2, 1), rating)));
}
