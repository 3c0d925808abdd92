using System.Collections.Immutable;
using RumPortal.Clients.Loki;
using RumPortal.Domain.Sessions;

namespace RumPortal.Portal.Features.Sessions;

/// <summary>A page of sessions, newest first.</summary>
/// <param name="Next">Where to read on; null when the range holds no more.</param>
/// <param name="WhyEmpty">For an empty first page, why.</param>
public sealed record SessionList(ImmutableArray<SessionRow> Sessions, PageCursor? Next, EmptyReason? WhyEmpty = null)
{
    public static SessionList Empty { get; } = new([], null);
}
