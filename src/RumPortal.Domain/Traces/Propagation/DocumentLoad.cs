namespace RumPortal.Domain.Traces.Propagation;

/// <summary>One load of a document, as the browser's navigation timing reports it.</summary>
/// <param name="App">The app.</param>
/// <param name="Version">Null when the line does not say.</param>
/// <param name="Origin">Null when the line names no address.</param>
/// <param name="Host">As <paramref name="Origin"/>.</param>
/// <param name="Route">Empty as <paramref name="Origin"/>.</param>
/// <param name="At">The line's time, nanoseconds since 1970.</param>
/// <param name="IsLinked">Whether the server named its trace in the answer, so that the load belongs to one.</param>
public sealed record DocumentLoad(string App, string? Version, string? Origin, string? Host, string Route, long At, bool IsLinked);
