namespace RumPortal.Storage.Vitals;

/// <summary>An app's route templates, in the order in which they are tried.</summary>
/// <param name="Patterns">Such as <c>/products/:sku</c>, as stored; what they match is the domain's question.</param>
/// <param name="Revision">Null while nobody has written a list for the app.</param>
public sealed record StoredRouteTemplates(string App, IReadOnlyList<string> Patterns, Revision? Revision)
{
    /// <summary>The version to name when replacing the list; 0 while there is none.</summary>
    public long Version => Revision?.Version ?? 0;
}
