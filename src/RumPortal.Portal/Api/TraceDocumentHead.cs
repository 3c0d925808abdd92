using System.Text.Json.Serialization;
using RumPortal.Domain.Traces;
using RumPortal.Domain.Traces.Waterfall;

namespace RumPortal.Portal.Api;

/// <summary>What a trace is as a whole.</summary>
/// <param name="State">complete, parent-missing or restarted.</param>
/// <param name="RestartedFrom">The trace that its first server was called in; absent unless it was restarted.</param>
/// <param name="UnreadableSpans">Spans without a usable id, which are not listed.</param>
public sealed record TraceDocumentHead(
    string Id, string Name, DateTimeOffset Start, double DurationMs, int SpanCount, int ErrorCount, IReadOnlyList<TraceServiceDocument> Services, string State,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? RestartedFrom, int MissingParents, int RepeatedIds, int Rings, int NegativeDurations, int UnreadableSpans)
{
    private const double NanosecondsPerMillisecond = 1e6;

    internal static TraceDocumentHead Of(TraceSummary summary) => new(
        summary.Id.ToString(), summary.Name, Instants.Of(summary.Start), summary.Duration / NanosecondsPerMillisecond, summary.Spans, summary.Errors,
        [.. summary.Services.Select(service => TraceServiceDocument.Of(service, summary.Shifts))],
        summary.State switch { LinkState.Restarted => "restarted", LinkState.ParentMissing => "parent-missing", _ => "complete" },
        summary.RestartedFrom?.ToString(), summary.MissingParents, summary.RepeatedIds, summary.Rings, summary.NegativeDurations, summary.Unreadable);
}
