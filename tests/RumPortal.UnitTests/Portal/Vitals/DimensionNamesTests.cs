using RumPortal.Domain.Vitals;
using RumPortal.Portal.Features.Vitals;
using RumPortal.Testing;

namespace RumPortal.UnitTests.Portal.Vitals;

public sealed class DimensionNamesTests
{
    [Theory]
    [InlineData("app_version")]
    [InlineData("browser_name")]
    [InlineData("app_environment")]
    [InlineData("_private")]
    [InlineData("Vital")]
    [InlineData("x9")]
    public void Name_OfAKey_IsValid(string name) => Assert.True(DimensionNames.IsValid(name));

    [Theory]
    [InlineData("")]
    [InlineData("9x")]
    [InlineData("a-b")]
    [InlineData("a:b")]
    [InlineData("!a")]
    [InlineData("~a")]
    [InlineData("a b")]
    [InlineData("app_version\n")]
    [InlineData("größe")]
    [InlineData("__name__")]
    [InlineData("__error__")]
    [InlineData("v")]
    [InlineData("dimensions")]
    [InlineData("by")]
    [InlineData("json")]
    [InlineData("OFFSET")]
    [InlineData(DensityLabels.Vital)]
    [InlineData(DensityLabels.Edge)]
    [InlineData(DensityLabels.Scheme)]
    public void Name_ThatNoQueryCanSplitBy_IsNotValid(string name) => Assert.False(DimensionNames.IsValid(name));

    [Fact]
    public void Name_OfHostileText_IsNotValid() =>
        Assert.Equal(["null", "true"], HostileTexts.All.Where(text => DimensionNames.IsValid(text) && text.Length < 100));
}
