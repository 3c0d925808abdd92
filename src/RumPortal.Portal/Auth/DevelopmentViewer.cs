using System.Text;
using RumPortal.Domain.Apps;

namespace RumPortal.Portal.Auth;

/// <summary>Through whose eyes a developer looks: a role, and one team or none. Kept in a cookie; it grants nothing that the mode does not grant anyway.</summary>
public sealed record DevelopmentViewer(ViewerRole Role, string? Team)
{
    public const string Cookie = "rumportal.viewer";

    /// <summary>Everything is seen until the developer chooses otherwise.</summary>
    public static DevelopmentViewer Default { get; } = new(ViewerRole.Admin, null);

    public string ToCookie() => $"{Role}.{Convert.ToBase64String(Encoding.UTF8.GetBytes(Team ?? ""))}";

    /// <summary>Reads the cookie; anything that is not one of ours means <see cref="Default"/>.</summary>
    public static DevelopmentViewer FromCookie(string? cookie)
    {
        var parts = cookie?.Split('.') ?? [];
        if (parts.Length != 2 || !Enum.TryParse<ViewerRole>(parts[0], out var role) || !Enum.IsDefined(role)) return Default;
        var bytes = new byte[parts[1].Length];
        if (!Convert.TryFromBase64String(parts[1], bytes, out var length)) return Default;
        var team = Encoding.UTF8.GetString(bytes, 0, length);
        return new DevelopmentViewer(role, team.Length == 0 ? null : team);
    }
}
