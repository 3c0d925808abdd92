using System.Collections.Immutable;

namespace RumPortal.Domain.Vitals.Routes;

/// <summary>Which route an address belongs to and why: what the test box shows.</summary>
/// <param name="Route">The pattern's text, or what automatic templating made of the path.</param>
/// <param name="Path">The path that was matched: without host, query and fragment, decoded.</param>
/// <param name="Pattern">The first pattern that matched; null when none did and the route is automatic.</param>
/// <param name="Index">Its place in the list, from 0; -1 for an automatic route.</param>
/// <param name="Captures">In the order of the path.</param>
public sealed record RouteMatch(string Route, string Path, RouteTemplate? Pattern, int Index, ImmutableArray<RouteCapture> Captures)
{
    public bool IsAutomatic => Pattern is null;
}
