using RumPortal.Automation.Render;
using RumPortal.Testing;

namespace RumPortal.UnitTests.Automation.Render;

public sealed class RuleGroupNameTests
{
    [Theory]
    [InlineData("shop-web", "rum-vitals-shop-web")]
    [InlineData("Shop Web", "rum-vitals-shop-web-ce21f5c4")]
    [InlineData("shop web", "rum-vitals-shop-web-3a8b9ffd")]
    [InlineData("商店", "rum-vitals-00000000")]
    [InlineData("../../etc", "rum-vitals-etc-00000000")]
    public void Name_OfAnApp_IsSafeAndItsOwn(string app, string expected) => Assert.Equal(expected, RuleGroupName.Of(app));

    [Fact]
    public void Name_OfAnyText_HoldsNothingThatAPathWouldMisread()
    {
        foreach (var text in HostileTexts.All) Assert.Matches(@"\Arum-vitals-[a-z0-9-]{1,80}\z", RuleGroupName.Of(text));
    }
}
