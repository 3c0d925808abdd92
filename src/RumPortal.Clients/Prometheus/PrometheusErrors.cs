using System.Text.Json;
using RumPortal.Clients.Http;
using RumPortal.Clients.Querying;

namespace RumPortal.Clients.Prometheus;

/// <summary>
/// What error answers of Prometheus and Mimir mean: a JSON envelope with a type, or the text of a proxy or of a server that is not ready.
/// Known texts decide first, then the type, then the status.
/// </summary>
/// <remarks>
/// <code>
/// 400 {"status":"error","errorType":"bad_data","error":"invalid parameter \"query\": 1:11: parse error: unexpected ..."}
/// 400 {"status":"error","errorType":"bad_data","error":"exceeded maximum resolution of 11,000 points per timeseries. Try ..."}
/// 422 {"status":"error","errorType":"execution","error":"query processing would load too many samples into memory in query execution"}
/// 422 {"status":"error","errorType":"execution","error":"the query time range exceeds the limit (err-mimir-max-query-length) ..."}
/// 503 {"status":"error","errorType":"timeout","error":"query timed out in expression evaluation"}
/// 503 Service Unavailable     401 no org id     502 &lt;html&gt;...     429 too many outstanding requests
/// </code>
/// </remarks>
internal static class PrometheusErrors
{
    private const string TookTooLong =
        "Prometheus gave up on the query because it took too long. Choose a shorter time range or more filters.";

    private const string TooMuchData = "The query would read more data than Prometheus allows. Choose a shorter time range or more filters.";
    private const string TooManySeries = "The query would read more series than Prometheus allows. Group by fewer keys or narrow the filters.";
    private const string TooManyPoints = "Prometheus allows fewer points than asked for. Choose a shorter time range.";
    private const string RangeTooLong = "The time range is longer than Prometheus allows. Choose a shorter one.";
    private const string QueryTooLong = "The query is longer than Prometheus reads. Use fewer or shorter filters.";
    private const string Busy = "Prometheus is busy and asks for fewer queries.";
    private const string Unreadable = "Prometheus could not read the query.";

    private static readonly (string Text, BackendFault Fault, string Message)[] Known =
    [
        ("exceeded maximum resolution", BackendFault.LimitExceeded, TooManyPoints),
        ("too many samples", BackendFault.LimitExceeded, TooMuchData),
        ("time range exceeds the limit", BackendFault.LimitExceeded, RangeTooLong),
        ("err-mimir-max-query-length", BackendFault.LimitExceeded, RangeTooLong),
        ("err-mimir-max-total-query-length", BackendFault.LimitExceeded, RangeTooLong),
        ("err-mimir-max-query-expression-size", BackendFault.LimitExceeded, QueryTooLong),
        ("err-mimir-max-series-per-query", BackendFault.TooManySeries, TooManySeries),
        ("maximum number of series", BackendFault.TooManySeries, TooManySeries),
        ("err-mimir-max-chunks-per-query", BackendFault.LimitExceeded, TooMuchData),
        ("err-mimir-max-chunks-bytes-per-query", BackendFault.LimitExceeded, TooMuchData),
        ("err-mimir-max-estimated", BackendFault.LimitExceeded, TooMuchData),
        ("too many outstanding requests", BackendFault.RateLimited, Busy),
        ("err-mimir-tenant-max-request-rate", BackendFault.RateLimited, Busy),
        ("query timed out", BackendFault.Timeout, TookTooLong),
        ("context deadline exceeded", BackendFault.Timeout, TookTooLong),
        ("no org id", BackendFault.Unauthorized, "Prometheus wants a tenant. Set Backends:Prometheus:Tenant."),
        ("parse error", BackendFault.BadQuery, Unreadable),
    ];

    public static BackendError Explain(int status, string text)
    {
        var (type, error) = Envelope(text);
        foreach (var (part, fault, message) in Known)
            if (error.Contains(part, StringComparison.OrdinalIgnoreCase)) return new BackendError(fault, message);
        return OfType(type) ?? OfStatus(status);
    }

    private static BackendError? OfType(string type) => type switch
    {
        "timeout" => new(BackendFault.Timeout, TookTooLong),
        "bad_data" => new(BackendFault.BadQuery, "Prometheus refused the query."),
        "execution" => new(BackendFault.BadQuery, "Prometheus could not evaluate the query."),
        _ => null,
    };

    private static BackendError OfStatus(int status) => status switch
    {
        401 or 403 or 407 => new(BackendFault.Unauthorized, "Prometheus does not accept the portal's credentials."),
        404 or 405 => new(BackendFault.NotFound, "Prometheus does not have this: the address may lack a prefix, or it is an older version."),
        408 or 504 => new(BackendFault.Timeout, TookTooLong),
        413 or 414 => new(BackendFault.LimitExceeded, QueryTooLong),
        429 => new(BackendFault.RateLimited, Busy),
        503 => new(BackendFault.ServerError, "Prometheus is not ready."),
        >= 500 => new(BackendFault.ServerError, $"Prometheus failed with status {status}."),
        >= 400 => new(BackendFault.BadQuery, "Prometheus refused the query."),
        _ => new(BackendFault.Malformed, $"Prometheus answered with the unexpected status {status}."),
    };

    private static (string Type, string Error) Envelope(string text)
    {
        if (!text.StartsWith('{')) return ("", text);
        try
        {
            using var document = JsonDocument.Parse(text);
            var root = document.RootElement;
            return (ApiJson.OptionalText(root, "errorType") ?? "", ApiJson.OptionalText(root, "error") ?? text);
        }
        catch (Exception failure) when (failure is JsonException or InvalidOperationException)
        {
            return ("", text);
        }
    }
}
