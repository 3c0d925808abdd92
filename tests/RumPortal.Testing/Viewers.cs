using RumPortal.Domain.Apps;

namespace RumPortal.Testing;

/// <summary>People through whose eyes tests look.</summary>
public static class Viewers
{
    /// <summary>Sees every app and every user.</summary>
    public static ViewerScope Admin { get; } = new("Ada", ViewerRole.Admin, [], new HashSet<string>(), ViewerPermission.All.ToHashSet());

    /// <summary>Is in a team that owns nothing.</summary>
    public static ViewerScope WithoutApps { get; } = Of();

    /// <summary>Sees these apps and no user's name.</summary>
    public static ViewerScope Of(params string[] apps) => new("Vera", ViewerRole.Viewer, ["team"], apps.ToHashSet(StringComparer.Ordinal), new HashSet<string>());

    /// <summary>Sees these apps and their users.</summary>
    public static ViewerScope Unmasking(params string[] apps) => Of(apps) with { Permissions = new HashSet<string> { ViewerPermission.UnmaskUsers } };
}
