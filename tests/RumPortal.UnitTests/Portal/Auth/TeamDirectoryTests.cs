using RumPortal.Domain.Apps;
using RumPortal.Portal.Auth;
using RumPortal.UnitTests.Portal.Configuration;

namespace RumPortal.UnitTests.Portal.Auth;

public sealed class TeamDirectoryTests
{
    [Fact]
    public void Read_OfWholeTeams_HasAllOfThem()
    {
        var (teams, faults) = Settings.Read(
            TeamDirectory.Read,
            ("Teams:0:Name", " Checkout "), ("Teams:0:Group", "g-checkout"), ("Teams:0:Apps:0", "shop-web"), ("Teams:0:Apps:1", " checkout "), ("Teams:0:Role", "approver"),
            ("Teams:0:Permissions:0", "replay:view"), ("Teams:1:Name", "Docs"), ("Teams:1:Apps:0", "docs"), ("Teams:1:Apps:1", "shop-web"));

        Assert.Empty(faults);
        Assert.Equal(["Checkout", "Docs"], teams.All.Select(team => team.Name));
        Assert.Equal(("g-checkout", ViewerRole.Approver), (teams.All[0].Group, teams.All[0].Role));
        Assert.Equal(["shop-web", "checkout"], teams.All[0].Apps);
        Assert.Equal(["replay:view"], teams.All[0].Permissions);
        Assert.Equal(("Docs", ViewerRole.Viewer), (teams.All[1].Group, teams.All[1].Role));
        Assert.Empty(teams.All[1].Permissions);
        Assert.Equal(["Checkout", "Docs"], teams.OwnersOf("shop-web").Select(team => team.Name));
        Assert.Empty(teams.OwnersOf("Shop-Web"));
        Assert.Same(teams.All[1], teams.Find("Docs"));
        Assert.Null(teams.Find("docs"));
    }

    [Fact]
    public void Read_OfNoTeams_IsEmptyWithoutAFault()
    {
        var (teams, faults) = Settings.Read(TeamDirectory.Read);

        Assert.Empty(teams.All);
        Assert.Empty(faults);
    }

    [Theory]
    [InlineData("Teams:0:Name", "  ", "Teams:0:Name: must be set.")]
    [InlineData("Teams:0:Role", "Owner", "Teams:0:Role: 'Owner' is not a role. Legal: Viewer, Approver, Admin.")]
    [InlineData("Teams:0:Role", "2", "Teams:0:Role: '2' is not a role. Legal: Viewer, Approver, Admin.")]
    [InlineData("Teams:0:Role", "Viewer,Admin", "Teams:0:Role: 'Viewer,Admin' is not a role. Legal: Viewer, Approver, Admin.")]
    [InlineData("Teams:0:Permissions:0", "replay", "Teams:0:Permissions: 'replay' is not a permission. Legal: replay:view, user:unmask.")]
    [InlineData("Teams:0:App", "shop-web", "Teams:0:App: is not a setting. Known here: Name, Group, Apps, Role, Permissions.")]
    [InlineData("Teams:0:Apps", "shop-web", "Teams:0:Apps: is a list; its values are Teams:0:Apps:0, Teams:0:Apps:1...")]
    [InlineData("Teams:0:Permissions", "user:unmask", "Teams:0:Permissions: is a list; its values are Teams:0:Permissions:0, Teams:0:Permissions:1...")]
    [InlineData("Teams", "Checkout", "Teams: is a list; its values are Teams:0, Teams:1...")]
    public void Read_OfAFault_NamesTheKeyAndWhatIsLegal(string key, string value, string fault)
    {
        var settings = new Dictionary<string, string?> { ["Teams:0:Name"] = "Checkout", [key] = value };

        Assert.Equal([fault], Settings.Read(TeamDirectory.Read, settings.Select(setting => (setting.Key, setting.Value))).Faults);
    }

    [Fact]
    public void Read_OfManyFaults_NamesAllAtOnce() => Assert.Equal(
        [
            "Teams:0:Nam: is not a setting. Known here: Name, Group, Apps, Role, Permissions.", "Teams:0:Name: must be set.", "Teams:1:Role: 'x' is not a role. Legal: Viewer, Approver, Admin.",
            "Teams:1:Permissions: 'a' is not a permission. Legal: replay:view, user:unmask.", "Teams:1:Permissions: 'b' is not a permission. Legal: replay:view, user:unmask.",
            "Teams: the name 'Docs' is used by 2 teams.",
        ],
        Settings.Read(
            TeamDirectory.Read,
            ("Teams:0:Nam", "x"), ("Teams:1:Name", "Docs"), ("Teams:1:Role", "x"), ("Teams:1:Permissions:0", "a"), ("Teams:1:Permissions:1", "b"), ("Teams:2:Name", "Docs")).Faults);
}
