using System.Collections.Immutable;
using RumPortal.Domain.Sessions;
using RumPortal.Portal.Components.Panels;

namespace RumPortal.Portal.Features.Sessions;

/// <summary>Makes the listing of one page out of the readers, which are shared, and the page's own reads.</summary>
public sealed class SessionListingFactory(SessionListReader lists, SessionCounterReader counters, EmptyReasonReader reasons, SessionTrail trail)
{
    public SessionListing Create(PanelRead<SessionList> list, PanelRead<ImmutableArray<SessionRow>> counting) => new(lists, counters, reasons, trail, list, counting);
}
