using RumPortal.Domain.Apps;
using RumPortal.Portal.Configuration;

namespace RumPortal.Portal.Auth;

/// <summary>
/// The teams of the section <c>Teams</c>, a list of <c>{Name, Group, Apps[], Role, Permissions[]}</c>. Role is Viewer unless said otherwise.
/// </summary>
public sealed class TeamDirectory(IReadOnlyList<Team> teams)
{
    public const string Section = "Teams";

    public IReadOnlyList<Team> All => teams;

    public Team? Find(string name) => teams.FirstOrDefault(team => string.Equals(team.Name, name, StringComparison.Ordinal));

    /// <summary>Teams that own the app, in configured order.</summary>
    public IEnumerable<Team> OwnersOf(string app) => teams.Where(team => team.Apps.Contains(app, StringComparer.Ordinal));

    public static TeamDirectory Read(IConfiguration configuration, SettingsFaults faults)
    {
        RefuseSingleValue(configuration.GetSection(Section), faults);
        var teams = configuration.GetSection(Section).GetChildren().Select(section => ReadTeam(section, faults)).ToList();
        foreach (var twice in teams.Where(t => t.Name.Length > 0).GroupBy(t => t.Name, StringComparer.Ordinal).Where(g => g.Count() > 1))
            faults.Add(Section, $"the name '{twice.Key}' is used by {twice.Count()} teams.");
        return new TeamDirectory(teams);
    }

    private static Team ReadTeam(IConfigurationSection section, SettingsFaults faults)
    {
        faults.RefuseUnknownKeys(section, nameof(Team.Name), nameof(Team.Group), nameof(Team.Apps), nameof(Team.Role), nameof(Team.Permissions));
        var name = section[nameof(Team.Name)]?.Trim() ?? "";
        if (name.Length == 0) faults.Add($"{section.Path}:{nameof(Team.Name)}", "must be set.");
        var role = ViewerRole.Viewer;
        // By name alone: parsing the enumeration would take numbers too.
        if (section[nameof(Team.Role)] is { Length: > 0 } text && !(Enum.GetNames<ViewerRole>().Contains(text, StringComparer.OrdinalIgnoreCase) && Enum.TryParse(text, ignoreCase: true, out role)))
            faults.Add($"{section.Path}:{nameof(Team.Role)}", $"'{text}' is not a role. Legal: {string.Join(", ", Enum.GetNames<ViewerRole>())}.");
        return new Team(name, section[nameof(Team.Group)] ?? name, Values(section.GetSection(nameof(Team.Apps)), faults), role, ReadPermissions(section, faults));
    }

    private static List<string> ReadPermissions(IConfigurationSection section, SettingsFaults faults)
    {
        var permissions = Values(section.GetSection(nameof(Team.Permissions)), faults);
        foreach (var unknown in permissions.Except(ViewerPermission.All, StringComparer.Ordinal))
            faults.Add($"{section.Path}:{nameof(Team.Permissions)}", $"'{unknown}' is not a permission. Legal: {string.Join(", ", ViewerPermission.All)}.");
        return permissions;
    }

    private static List<string> Values(IConfigurationSection list, SettingsFaults faults)
    {
        RefuseSingleValue(list, faults);
        return list.GetChildren().Select(child => child.Value?.Trim() ?? "").Where(value => value.Length > 0).ToList();
    }

    // One value in place of a list has no children: it would be as if it were not set.
    private static void RefuseSingleValue(IConfigurationSection list, SettingsFaults faults)
    {
        if (!string.IsNullOrEmpty(list.Value)) faults.Add(list.Path, $"is a list; its values are {list.Path}:0, {list.Path}:1...");
    }
}
