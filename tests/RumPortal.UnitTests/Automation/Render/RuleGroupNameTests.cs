using RumPortal.Automation.Render;
using RumPortal.Testing;

namespace RumPortal.UnitTests.Automation.Render;

public sealed class RuleGroupNameTests
{
    [Theory]
    [InlineData("shop-web", "rum-vitals-shop-web")]
    [InlineData("Shop Web", "rum-vitals-shop-web-97d1ad04")]
    [InlineData("shop web", "rum-vitals-shop-web-c05f7972")]
    [InlineData("商店", "rum-vitals-61f96c6a")]
    [InlineData("../../etc", "rum-vitals-etc-74ccf3c5")]
    public void Name_OfAnApp_IsSafeAndItsOwn(string app, string expected) => Assert.Equal(expected, RuleGroupName.Of(app));

    [Fact]
    public void Name_OfAnyText_HoldsNothingThatAPathWouldMisread()
    {
        foreach (var text in HostileTexts.All) Assert.Matches(@"\Arum-vitals-[a-z0-9-]{1,80}\z", RuleGroupName.Of(text));
    }
}
