using RumPortal.Clients.Http;

namespace RumPortal.Clients.Loki;

/// <summary>
/// What Loki's error answers mean: plain text with a status. The text decides where it is known, because versions and gateways send the
/// same text with different statuses.
/// </summary>
/// <remarks>
/// <code>
/// 400 maximum number of series (500) reached for a single query; consider reducing...     (up to 3.5: maximum of series (500) reached...)
/// 400 max entries limit per query exceeded, limit > max_entries_limit_per_query (5001 > 5000)
/// 400 the query time range exceeds the limit (query length: 744h0m0s, limit: 30d1h)
/// 400 exceeded maximum resolution of 11,000 points per time series. Try increasing the value of the step parameter
/// 400 parse error at line 1, col 13: syntax error: unexpected (, expecting , or )
/// 401 no org id     404 404 page not found     429 too many outstanding requests
/// 504 request timed out, decrease the duration of the request or add more label matchers...
/// </code>
/// </remarks>
internal static class LokiErrors
{
    public const string QueryTooLong = "The query is longer than Loki reads. Use fewer or shorter filters.";

    private const string TookTooLong = "Loki gave up on the query because it took too long. Choose a shorter time range or more filters.";
    private const string TooMuchData = "The query would read more data than Loki allows. Choose a shorter time range or more filters.";
    private const string TooManySeries = "The answer would have more series than Loki allows. Group by fewer keys or narrow the filters.";
    private const string TooManyLines = "Loki allows fewer lines per query than asked for. Lower Backends:Loki:MaxEntries.";
    private const string TooManyPoints = "Loki allows fewer points than asked for. Choose a shorter time range.";
    private const string RangeTooLong = "The time range is longer than Loki allows. Choose a shorter one.";
    private const string Busy = "Loki is busy and asks for fewer queries.";

    private static readonly (string Text, BackendFault Fault, string Message)[] Known =
    [
        ("of series (", BackendFault.TooManySeries, TooManySeries),
        ("max entries limit", BackendFault.LimitExceeded, TooManyLines),
        ("query time range exceeds the limit", BackendFault.LimitExceeded, RangeTooLong),
        ("[interval] value exceeds limit", BackendFault.LimitExceeded, RangeTooLong),
        ("exceeded maximum resolution", BackendFault.LimitExceeded, TooManyPoints),
        ("would read too many bytes", BackendFault.LimitExceeded, TooMuchData),
        ("query too large to execute", BackendFault.LimitExceeded, TooMuchData),
        ("max query length", BackendFault.LimitExceeded, QueryTooLong),
        ("request timed out", BackendFault.Timeout, TookTooLong),
        ("context deadline exceeded", BackendFault.Timeout, TookTooLong),
        ("too many outstanding requests", BackendFault.RateLimited, Busy),
        ("query blocked by policy", BackendFault.BadQuery, "Loki's operators have blocked this query."),
        ("stream selector ", BackendFault.BadQuery, "Loki's operators demand further labels in queries."),
        ("no org id", BackendFault.Unauthorized, "Loki wants a tenant. Set Backends:Loki:Tenant."),
        ("parse error", BackendFault.BadQuery, "Loki could not read the query."),
    ];

    public static BackendError Explain(int status, string text)
    {
        foreach (var (part, fault, message) in Known)
            if (text.Contains(part, StringComparison.OrdinalIgnoreCase)) return new BackendError(fault, message);
        return status switch
        {
            401 or 403 or 407 => new(BackendFault.Unauthorized, "Loki does not accept the portal's credentials."),
            404 or 405 => new(BackendFault.NotFound, "Loki does not have this: it may be an older version, or the feature is off."),
            408 or 504 => new(BackendFault.Timeout, TookTooLong),
            413 or 414 => new(BackendFault.LimitExceeded, QueryTooLong),
            429 => new(BackendFault.RateLimited, Busy),
            >= 500 => new(BackendFault.ServerError, $"Loki failed with status {status}."),
            >= 400 => new(BackendFault.BadQuery, "Loki refused the query."),
            _ => new(BackendFault.Malformed, $"Loki answered with the unexpected status {status}."),
        };
    }
}
