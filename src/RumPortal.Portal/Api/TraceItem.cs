using RumPortal.Domain.Apps;
using RumPortal.Domain.Traces;

namespace RumPortal.Portal.Api;

/// <summary>A trace in a list. What the server does not tell is null.</summary>
/// <param name="Id">32 hex digits.</param>
/// <param name="Start">UTC.</param>
/// <param name="DurationMs">From the first start to the last end; of the browser's request alone when the clocks differ by far.</param>
/// <param name="ClocksDiffer">Whether the spans lie so far apart that only a wrong clock explains it.</param>
/// <param name="Url">What the browser called.</param>
/// <param name="ReachesBackend">Whether spans of anything but the browser arrived.</param>
public sealed record TraceItem(
    string Id, DateTimeOffset Start, double DurationMs, bool ClocksDiffer, string? RootService, string? RootName, string? App, string? Version, string? SessionId,
    VisitorDocument User, string? Url, int? Status, bool Failed, int? Spans, int? Errors, bool? ReachesBackend, IReadOnlyDictionary<string, int> Services)
{
    internal static TraceItem Of(TraceRow row, ViewerScope viewer) => new(
        row.Id.ToString(), row.Start, row.Duration.TotalMilliseconds, row.ClocksDiffer, row.RootService, row.RootName, row.App, row.Version, row.SessionId,
        VisitorDocument.Of(row.Visitor, viewer), row.Url, row.Status, row.HasFailed, row.Spans, row.Errors, row.ReachesBackend,
        row.Services.ToDictionary(service => service.Service, service => service.Spans, StringComparer.Ordinal));
}
