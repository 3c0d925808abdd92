namespace RumPortal.Domain.Apps;

/// <summary>What a person may do, from least to most.</summary>
public enum ViewerRole
{
    /// <summary>Sees the apps of the own teams and may request onboarding for them.</summary>
    Viewer,

    /// <summary>A viewer who also approves onboarding plans.</summary>
    Approver,

    /// <summary>Sees every app and the state of the installation.</summary>
    Admin,
}

/// <summary>
/// Whose eyes a read is for. Every reader takes one, limits what it asks for to <see cref="Apps"/>, and never trusts a name from a URL
/// before <see cref="MaySee"/> said yes.
/// </summary>
/// <param name="Name">The person's display name.</param>
/// <param name="Role">The highest role that any of the person's teams gives.</param>
/// <param name="Teams">Names of the person's teams, in configured order.</param>
/// <param name="Apps">App names of those teams. An admin sees every app, whatever stands here.</param>
/// <param name="Permissions">Separate rights, see <see cref="ViewerPermission"/>.</param>
public sealed record ViewerScope(
    string Name,
    ViewerRole Role,
    IReadOnlyList<string> Teams,
    IReadOnlySet<string> Apps,
    IReadOnlySet<string> Permissions)
{
    public bool SeesEveryApp => Role == ViewerRole.Admin;

    public bool MaySee(string app) => SeesEveryApp || Apps.Contains(app);

    /// <summary>Whether the person decides what is kept about an app: those who may see it and are more than viewers.</summary>
    public bool MayChange(string app) => Role >= ViewerRole.Approver && MaySee(app);

    public bool May(string permission) => Permissions.Contains(permission);
}
