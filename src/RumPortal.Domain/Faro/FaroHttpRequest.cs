using System.Globalization;

namespace RumPortal.Domain.Faro;

/// <summary>
/// One request of the browser, from an event <c>faro.tracing.*</c>. SDK 2.10 writes the new semantic conventions
/// (<c>http.request.method</c>, <c>url.full</c>), earlier ones the old (<c>http.method</c>, <c>http.url</c>); some write both. The new one
/// counts.
/// </summary>
/// <param name="Instrumentation">What was called: <c>fetch</c>, <c>xml-http-request</c> or another instrumentation's name.</param>
/// <param name="Method">As the SDK spells it, usually upper case.</param>
/// <param name="Url">The whole address, with its query.</param>
/// <param name="Host">The server's name; the old conventions add the port.</param>
/// <param name="Status">The response status; null when the request failed before one (the SDK writes 0 or nothing).</param>
/// <param name="Duration">Null when the line does not say. The record's item time is the end.</param>
/// <param name="ErrorType">The status as text, <c>timeout</c> or <c>error</c>; null for what succeeded.</param>
public sealed record FaroHttpRequest(
    string Instrumentation,
    string? Method,
    string? Url,
    string? Host,
    int? Status,
    TimeSpan? Duration,
    string? ErrorType)
{
    /// <summary>Whether the request failed: no response, an error status, or an error that the instrumentation names.</summary>
    public bool Failed => Status is null or >= 400 || ErrorType is not null;

    /// <summary>The request of a record, or null when the record is none.</summary>
    public static FaroHttpRequest? Of(FaroRecord record)
    {
        if (record.Kind != FaroKind.Event || record.SharedText(FaroFields.EventName) is not { } name) return null;
        if (!name.StartsWith(FaroEventNames.TracingPrefix, StringComparison.Ordinal)) return null;
        return new FaroHttpRequest(
            name[FaroEventNames.TracingPrefix.Length..],
            Either(record, "event_data_http_request_method", "event_data_http_method"),
            Either(record, "event_data_url_full", "event_data_http_url"),
            Either(record, "event_data_server_address", "event_data_http_host"),
            StatusOf(Either(record, "event_data_http_response_status_code", "event_data_http_status_code")),
            DurationOf(record),
            record.SharedText("event_data_error_type"));
    }

    private static string? Either(FaroRecord record, string current, string former) =>
        record.SharedText(current) ?? record.SharedText(former);

    private static int? StatusOf(string? text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var status) && status is >= 100 and <= 999 ? status : null;

    private static TimeSpan? DurationOf(FaroRecord record) =>
        record.TryGetNumber("event_data_duration_ns", out var nanoseconds) && nanoseconds is >= 0 and < 1e15
            ? TimeSpan.FromTicks((long)(nanoseconds / TimeSpan.NanosecondsPerTick))
            : null;
}
