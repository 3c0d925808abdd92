using System.Security.Cryptography;
using System.Text;
using RumPortal.Domain.Apps;
using RumPortal.Domain.Sessions;

namespace RumPortal.Portal.Auth;

/// <summary>How a visitor is called before a viewer: by name for those who may see it, else by a pseudonym that stays the same.</summary>
public static class VisitorName
{
    public static string Of(Visitor visitor, ViewerScope scope) =>
        visitor.IsAnonymous ? "anonymous"
        : scope.May(ViewerPermission.UnmaskUsers) ? visitor.Name ?? visitor.Id ?? visitor.Email ?? "anonymous"
        : Pseudonym(visitor);

    /// <summary>Tells visitors apart without naming them. Who knows a user's id could compute it, so it hides people from a glance, not from an attacker.</summary>
    private static string Pseudonym(Visitor visitor) =>
        "visitor " + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(visitor.Id ?? visitor.Email ?? visitor.Name ?? "")))[..6];
}
