namespace RumPortal.Domain.Traces.Propagation;

/// <summary>How requests are put together.</summary>
public enum RequestGrouping
{
    /// <summary>By app, origin and route.</summary>
    Route,

    /// <summary>By app, origin, route and version of the app.</summary>
    RouteAndVersion,

    /// <summary>By app, origin and version of the app.</summary>
    Version,
}

/// <summary>The requests that one finding is about.</summary>
/// <param name="App">The app.</param>
/// <param name="Origin">The called origin.</param>
/// <param name="Route">The called path's route; null for all.</param>
/// <param name="Version">The app's version, empty where spans say none; null for all.</param>
public sealed record RequestPart(string App, string Origin, string? Route, string? Version)
{
    public static RequestPart Of(BrowserRequest request, RequestGrouping grouping) => new(
        request.App,
        request.Address.Origin,
        grouping == RequestGrouping.Version ? null : request.Route,
        grouping == RequestGrouping.Route ? null : request.Version ?? "");

    public override string ToString() => $"{Origin}{Route}{(Version is null ? "" : $" on {Version}")}";
}
