using System.Security.Claims;
using RumPortal.Domain.Apps;

namespace RumPortal.Portal.Auth;

/// <summary>Turns a signed-in person into the scope that every reader asks for.</summary>
public sealed class ViewerScopes(TeamDirectory directory)
{
    public ViewerScope Of(ClaimsPrincipal person)
    {
        var groups = person.FindAll(PortalClaims.Group).Select(claim => claim.Value).ToHashSet(StringComparer.Ordinal);
        var teams = directory.All.Where(team => groups.Contains(team.Group)).ToList();
        return new ViewerScope(
            person.FindFirstValue(PortalClaims.Name) ?? "anonymous",
            RoleOf(person, teams),
            teams.Select(team => team.Name).ToList(),
            teams.SelectMany(team => team.Apps).ToHashSet(StringComparer.Ordinal),
            PermissionsOf(person, teams));
    }

    private static ViewerRole RoleOf(ClaimsPrincipal person, List<Team> teams) =>
        person.FindFirstValue(PortalClaims.DevelopmentRole) is { } text && Enum.TryParse<ViewerRole>(text, out var role) ? role
        : teams.Count == 0 ? ViewerRole.Viewer
        : teams.Max(team => team.Role);

    // A developer who looks through the eyes of an admin without a team would otherwise see masked users everywhere.
    private static HashSet<string> PermissionsOf(ClaimsPrincipal person, List<Team> teams) =>
        person.HasClaim(PortalClaims.DevelopmentRole, nameof(ViewerRole.Admin))
            ? ViewerPermission.All.ToHashSet(StringComparer.Ordinal)
            : teams.SelectMany(team => team.Permissions).ToHashSet(StringComparer.Ordinal);
}
