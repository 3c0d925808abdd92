using RumPortal.Domain.Apps;
using RumPortal.Testing;

namespace RumPortal.UnitTests.Apps;

public sealed class ViewerScopeTests
{
    [Theory]
    [InlineData(ViewerRole.Viewer, "shop-web", true)]
    [InlineData(ViewerRole.Viewer, "docs", false)]
    [InlineData(ViewerRole.Viewer, "Shop-Web", false)]
    [InlineData(ViewerRole.Approver, "docs", false)]
    [InlineData(ViewerRole.Admin, "docs", true)]
    [InlineData(ViewerRole.Admin, "", true)]
    public void MaySee_OfAnApp_IsForItsTeamsAndForAdmins(ViewerRole role, string app, bool expected) =>
        Assert.Equal(expected, (Viewers.Of("shop-web", "checkout") with { Role = role }).MaySee(app));

    [Theory]
    [InlineData(ViewerRole.Viewer, "shop-web", false)]
    [InlineData(ViewerRole.Approver, "shop-web", true)]
    [InlineData(ViewerRole.Approver, "docs", false)]
    [InlineData(ViewerRole.Admin, "docs", true)]
    public void MayChange_OfAnApp_IsForItsApproversAndForAdmins(ViewerRole role, string app, bool expected) =>
        Assert.Equal(expected, (Viewers.Of("shop-web", "checkout") with { Role = role }).MayChange(app));

    [Fact]
    public void May_OfAPermission_IsGivenBySettingsAloneEvenToAdmins()
    {
        Assert.False((Viewers.Of() with { Role = ViewerRole.Admin }).May(ViewerPermission.UnmaskUsers));
        Assert.True(Viewers.Unmasking().May(ViewerPermission.UnmaskUsers));
        Assert.False(Viewers.Unmasking().May(ViewerPermission.ViewReplay));
    }
}
