using RumPortal.Domain.Apps;
using RumPortal.Domain.Sessions;
using RumPortal.Portal.Auth;

namespace RumPortal.Portal.Api;

/// <summary>Who a session belongs to, as far as the caller may see it.</summary>
/// <param name="Display">A name, or a pseudonym for those who may not see users.</param>
/// <param name="Id">Null for anonymous visitors and without the permission <c>user:unmask</c>; so are the others.</param>
public sealed record VisitorDocument(string Display, string? Id, string? Name, string? Email)
{
    public static VisitorDocument Of(Visitor visitor, ViewerScope viewer) => viewer.May(ViewerPermission.UnmaskUsers)
        ? new VisitorDocument(VisitorName.Of(visitor, viewer), visitor.Id, visitor.Name, visitor.Email)
        : new VisitorDocument(VisitorName.Of(visitor, viewer), null, null, null);
}
