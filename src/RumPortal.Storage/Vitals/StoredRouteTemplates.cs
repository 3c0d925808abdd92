using RumPortal.Domain.Vitals.Routes;

namespace RumPortal.Storage.Vitals;

/// <summary>An app's route templates, and who wrote them.</summary>
/// <param name="Templates"><see cref="RouteTemplates.Automatic"/> while nobody has written a list for the app.</param>
/// <param name="Revision">Null while nobody has written a list for the app.</param>
public sealed record StoredRouteTemplates(string App, RouteTemplates Templates, Revision? Revision)
{
    /// <summary>The version to name when replacing the list; 0 while there is none.</summary>
    public long Version => Revision?.Version ?? 0;
}
