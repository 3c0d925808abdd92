using System.Text.Json.Serialization;
using RumPortal.Domain.Apps;
using RumPortal.Domain.Faro;
using RumPortal.Domain.Sessions;
using RumPortal.Domain.Vitals;
using RumPortal.Portal.Features;

namespace RumPortal.Portal.Api;

/// <summary>One event of a session. Members that do not apply to the type are left out.</summary>
/// <param name="Time">When it began, corrected by the clock skew.</param>
/// <param name="Type">page-view, navigation, event, action, log, error, vital or request.</param>
/// <param name="RawTime">The browser's own time.</param>
/// <param name="Arrival">When the line was stored.</param>
public sealed record EventDocument(DateTimeOffset Time, string Type, DateTimeOffset? RawTime, DateTimeOffset Arrival, string Title, string Detail)
{
    /// <summary>Of a vital in lower case, of an event or action its name.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] public string? Name { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] public string? Page { get; init; }

    /// <summary>Of a vital: milliseconds; CLS without unit.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] public double? Value { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] public string? Rating { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] public string? Level { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] public string? Message { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] public string? ErrorType { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] public string? Method { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] public string? Url { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] public int? Status { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] public double? DurationMilliseconds { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] public string? TraceId { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] public string? SpanId { get; init; }

    /// <summary>The raw line, when asked for with <c>include=line</c>.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] public string? Line { get; init; }

    public static EventDocument Of(SessionEvent happened, ViewerScope viewer, bool withLine)
    {
        var (record, text) = (happened.Record, SessionEventText.Of(happened));
        var trace = TraceLink.Of(record);
        var document = new EventDocument(happened.Time, FaroCategories.Word(happened.Type), happened.RawTime, record.ArrivalTime, text.Title, text.Detail)
        {
            Page = record.Meta.PageId ?? record.Meta.PageUrl,
            TraceId = trace?.TraceId,
            SpanId = trace?.SpanId,
            Line = withLine ? RecordFields.Line(record, viewer) : null,
        };
        return happened.Type switch
        {
            FaroCategory.Navigation => document with { DurationMilliseconds = NavigationTiming.Of(record)?.Load.TotalMilliseconds },
            FaroCategory.Action => document with { Name = record.Text("event_data_userActionName") },
            FaroCategory.Log => document with { Level = record.Text(FaroFields.Level), Message = record.Text(FaroFields.Message) },
            FaroCategory.Error => document with { ErrorType = record.Text(FaroFields.Type), Message = record.Text(FaroFields.Value) },
            FaroCategory.Vital => OfVital(document, FaroWebVital.Of(record)),
            FaroCategory.Request => OfRequest(document, FaroHttpRequest.Of(record)),
            _ => document with { Name = record.Text(FaroFields.EventName) ?? record.Text(FaroFields.Type) },
        };
    }

    private static EventDocument OfVital(EventDocument document, FaroWebVital? vital) => vital is null ? document : document with
    {
        Name = vital.Name,
        Value = vital.Value,
        Rating = VitalThresholds.Of(vital.Name) is { } limits ? VitalNames.Of(limits.Rate(vital.Value)) : null,
    };

    private static EventDocument OfRequest(EventDocument document, FaroHttpRequest? request) => request is null ? document : document with
    {
        Method = request.Method,
        Url = request.Url,
        Status = request.Status,
        DurationMilliseconds = request.Duration?.TotalMilliseconds,
    };
}
