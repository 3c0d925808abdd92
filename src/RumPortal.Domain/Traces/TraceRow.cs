using System.Collections.Immutable;
using RumPortal.Domain.Sessions;

namespace RumPortal.Domain.Traces;

/// <summary>A trace of a list: what a search's answer tells of it without reading its spans.</summary>
/// <param name="Id">The trace.</param>
/// <param name="RootService">Null while the root span has not arrived.</param>
/// <param name="RootName">Null as <paramref name="RootService"/>.</param>
/// <param name="Start">UTC.</param>
/// <param name="Duration">From the first start to the last end, whole milliseconds; of the browser's span alone when <paramref name="ClocksDiffer"/>.</param>
/// <param name="ClocksDiffer">Whether the spans lie so far apart that only a wrong clock explains it.</param>
/// <param name="Services">Most spans first; empty when the server does not tell.</param>
/// <param name="App">The service of the found browser span; null when none was found.</param>
/// <param name="Version">The app's version.</param>
/// <param name="SessionId">Null when no found span names one.</param>
/// <param name="Visitor">Who, as the spans say.</param>
/// <param name="Url">What the browser called, with its query.</param>
/// <param name="Status">The response's status as the browser saw it; null for none.</param>
/// <param name="HasFailed">Whether a found span, or any span that the server counted, failed.</param>
public sealed record TraceRow(
    TraceId Id,
    string? RootService,
    string? RootName,
    DateTimeOffset Start,
    TimeSpan Duration,
    bool ClocksDiffer,
    ImmutableArray<ServiceSpans> Services,
    string? App,
    string? Version,
    string? SessionId,
    Visitor Visitor,
    string? Url,
    int? Status,
    bool HasFailed)
{
    // Work that goes on behind an answered request takes minutes, not hours.
    private static readonly TimeSpan LongestAftermath = TimeSpan.FromMinutes(10);

    /// <summary>All spans; null when the server does not tell.</summary>
    public int? Spans => Services.IsEmpty ? null : Services.Sum(service => service.Spans);

    /// <summary>Spans that failed; null when the server does not tell.</summary>
    public int? Errors => Services.IsEmpty ? null : Services.Sum(service => service.Errors);

    /// <summary>Whether spans of anything but the browser arrived; null when the server does not tell.</summary>
    public bool? ReachesBackend => Services.IsEmpty || App is null ? null : Services.Any(service => service.Service != App);

    /// <summary>The name for people: what the browser called, else the root span.</summary>
    public string Title => Url is { } url ? PathOf(url) : RootName ?? "root span not received";

    public static TraceRow Of(FoundTrace found)
    {
        var browser = found.Spans.FirstOrDefault(IsOfBrowser);
        var attributes = browser?.Attributes ?? SpanAttributes.Empty;
        var own = TimeSpan.FromTicks((browser?.Duration ?? 0) / TimeSpan.NanosecondsPerTick);
        var clocksDiffer = browser is not null && found.Duration - own > LongestAftermath;
        return new TraceRow(
            found.Id, found.RootService, found.RootName, Instants.Of(found.Start), clocksDiffer ? own : found.Duration, clocksDiffer,
            [.. found.Services.OrderByDescending(service => service.Spans).ThenBy(service => service.Service, StringComparer.Ordinal)],
            attributes.Text("service.name"), attributes.Text("service.version"),
            attributes.Text("session.id", "session_id"),
            new Visitor(attributes.Text("user.id"), attributes.Text("user.name"), attributes.Text("user.email")),
            attributes.Text("url.full", "http.url"),
            attributes.Number("http.response.status_code", "http.status_code") is { } status and >= 100 and <= 999 ? (int)status : null,
            found.Services.Any(service => service.Errors > 0) || found.Spans.Any(span => span.Attributes.Text("status") == "error"));
    }

    // Only the SDK puts the session on spans; an address alone may also be a service's own call.
    private static bool IsOfBrowser(FoundSpan span) =>
        span.Attributes.Text("session.id", "session_id") is not null || span.Attributes.Text("telemetry.sdk.language") == "webjs";

    private static string PathOf(string url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var address) ? address.Authority + address.AbsolutePath : url;
}
