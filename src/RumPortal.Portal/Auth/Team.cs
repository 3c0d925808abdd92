using RumPortal.Domain.Apps;

namespace RumPortal.Portal.Auth;

/// <summary>A team as configured: whoever carries its group gets its apps, its role and its permissions.</summary>
/// <param name="Name">Shown in the portal.</param>
/// <param name="Group">The group of the identity provider that makes a person a member.</param>
/// <param name="Apps">App names (<c>meta.app.name</c> of the Faro SDK) that the team owns.</param>
public sealed record Team(string Name, string Group, IReadOnlyList<string> Apps, ViewerRole Role, IReadOnlyList<string> Permissions);
