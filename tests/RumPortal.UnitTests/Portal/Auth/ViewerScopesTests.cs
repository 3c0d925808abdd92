using System.Security.Claims;
using RumPortal.Domain.Apps;
using RumPortal.Portal.Auth;

namespace RumPortal.UnitTests.Portal.Auth;

public sealed class ViewerScopesTests
{
    private static readonly ViewerScopes Scopes = new(new TeamDirectory(
    [
        new Team("Checkout", "g-checkout", ["shop-web", "checkout"], ViewerRole.Approver, [ViewerPermission.UnmaskUsers]),
        new Team("Docs", "g-docs", ["docs", "shop-web"], ViewerRole.Viewer, [ViewerPermission.ViewReplay]),
        new Team("Platform", "g-platform", [], ViewerRole.Admin, []),
    ]));

    [Theory]
    [InlineData("", ViewerRole.Viewer, "", "", "")]
    [InlineData("g-unknown g-CHECKOUT", ViewerRole.Viewer, "", "", "")]
    [InlineData("g-docs", ViewerRole.Viewer, "Docs", "docs shop-web", "replay:view")]
    [InlineData("g-docs g-checkout", ViewerRole.Approver, "Checkout Docs", "checkout docs shop-web", "replay:view user:unmask")]
    [InlineData("g-platform", ViewerRole.Admin, "Platform", "", "")]
    [InlineData("g-platform g-docs", ViewerRole.Admin, "Docs Platform", "docs shop-web", "replay:view")]
    public void Of_APerson_JoinsWhatTheTeamsGive(string groups, ViewerRole role, string teams, string apps, string permissions)
    {
        var scope = Scopes.Of(Person([.. groups.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(group => (PortalClaims.Group, group))]));

        Assert.Equal((role, teams), (scope.Role, string.Join(' ', scope.Teams)));
        Assert.Equal(apps, string.Join(' ', scope.Apps.Order()));
        Assert.Equal(permissions, string.Join(' ', scope.Permissions.Order()));
    }

    [Fact]
    public void Of_APersonWithAName_HasThatName()
    {
        Assert.Equal("Ada", Scopes.Of(Person((PortalClaims.Name, "Ada"))).Name);
        Assert.Equal("anonymous", Scopes.Of(new ClaimsPrincipal()).Name);
        Assert.False(Scopes.Of(new ClaimsPrincipal()).MaySee("shop-web"));
    }

    [Fact]
    public void Of_ADeveloperAsAdmin_SeesEveryAppAndUser()
    {
        var scope = Scopes.Of(Person((PortalClaims.DevelopmentRole, "Admin")));

        Assert.True(scope.SeesEveryApp && scope.May(ViewerPermission.UnmaskUsers) && scope.May(ViewerPermission.ViewReplay));
    }

    [Theory]
    [InlineData("Viewer", ViewerRole.Viewer)]
    [InlineData("Approver", ViewerRole.Approver)]
    [InlineData("nonsense", ViewerRole.Admin)]
    public void Of_ADeveloperInATeam_LooksThroughTheChosenRole(string role, ViewerRole expected)
    {
        var scope = Scopes.Of(Person((PortalClaims.DevelopmentRole, role), (PortalClaims.Group, "g-platform"), (PortalClaims.Group, "g-docs")));

        Assert.Equal(expected, scope.Role);
        Assert.False(scope.May(ViewerPermission.UnmaskUsers));
    }

    private static ClaimsPrincipal Person(params (string Type, string Value)[] claims) => new(new ClaimsIdentity(claims.Select(claim => new Claim(claim.Type, claim.Value)), "test"));
}
