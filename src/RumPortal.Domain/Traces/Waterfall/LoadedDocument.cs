namespace RumPortal.Domain.Traces.Waterfall;

/// <summary>
/// The load of a document that a trace belongs to, from the app's navigation timing: its <c>Server-Timing: traceparent</c> named the trace.
/// </summary>
/// <param name="App">The app whose page it was.</param>
/// <param name="Start">Nanoseconds since 1970, by the browser's clock.</param>
/// <param name="Duration">Nanoseconds, to the end of the load event.</param>
/// <param name="SpanId">The server's span that answered; null when the header's is none.</param>
/// <param name="Page">The document's address without query and fragment; null when unknown.</param>
/// <param name="Session">Null when unknown.</param>
public sealed record LoadedDocument(string App, long Start, long Duration, SpanId? SpanId, string? Page, string? Session);
