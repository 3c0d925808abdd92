namespace RumPortal.Clients.Querying;

/// <summary>What the server says it is.</summary>
/// <param name="Version">Its version.</param>
/// <param name="Revision">Of the sources; empty when it does not say.</param>
/// <param name="Application">The product where the API is another's, as with <c>Grafana Mimir</c>; null when it does not say.</param>
public sealed record BuildInfo(string Version, string Revision, string? Application = null);
