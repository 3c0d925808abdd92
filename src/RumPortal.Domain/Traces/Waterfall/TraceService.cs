namespace RumPortal.Domain.Traces.Waterfall;

/// <summary>A service's part in a trace.</summary>
/// <param name="Name">Empty when its spans do not say.</param>
/// <param name="IsBrowser">Whether it is an app in a browser; an app and a server of one name are two services.</param>
/// <param name="Colour">1 to 8.</param>
public sealed record TraceService(string Name, bool IsBrowser, int Colour, int Spans, int Errors);
