using System.Net;
using RumPortal.Clients.Http;

namespace RumPortal.Clients.Loki;

/// <summary>
/// What Loki's error answers mean: plain text with a status. The text decides where it is known, because versions and gateways send the same
/// text with different statuses.
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
    private static readonly (string Text, BackendFault Fault, string Message)[] Known =
    [
        ("of series (", BackendFault.TooManySeries, "The answer would have more series than Loki allows. Group by fewer keys or narrow the filters."),
        ("max entries limit", BackendFault.LimitExceeded, "Loki allows fewer lines per query than asked for. Lower Backends:Loki:MaxEntries."),
        ("query time range exceeds the limit", BackendFault.LimitExceeded, "The time range is longer than Loki allows. Choose a shorter one."),
        ("[interval] value exceeds limit", BackendFault.LimitExceeded, "The time range is longer than Loki allows. Choose a shorter one."),
        ("exceeded maximum resolution", BackendFault.LimitExceeded, "Loki allows fewer points than asked for. Choose a shorter time range."),
        ("would read too many bytes", BackendFault.LimitExceeded, "The query would read more data than Loki allows. Choose a shorter time range or more filters."),
        ("query too large to execute", BackendFault.LimitExceeded, "The query would read more data than Loki allows. Choose a shorter time range or more filters."),
        ("max query length", BackendFault.LimitExceeded, "The query is longer than Loki reads. Use fewer or shorter filters."),
        ("request timed out", BackendFault.Timeout, "Loki gave up on the query because it took too long. Choose a shorter time range or more filters."),
        ("context deadline exceeded", BackendFault.Timeout, "Loki gave up on the query because it took too long. Choose a shorter time range or more filters."),
        ("too many outstanding requests", BackendFault.RateLimited, "Loki is busy and asks for fewer queries."),
        ("query blocked by policy", BackendFault.BadQuery, "Loki's operators have blocked this query."),
        ("stream selector ", BackendFault.BadQuery, "Loki's operators demand further labels in queries."),
        ("no org id", BackendFault.Unauthorized, "Loki wants a tenant. Set Backends:Loki:Tenant."),
        ("parse error", BackendFault.BadQuery, "Loki could not read the query."),
    ];

    public static BackendError Explain(int status, string text)
    {
        foreach (var (part, fault, message) in Known)
            if (text.Contains(part, StringComparison.OrdinalIgnoreCase)) return new BackendError(fault, message);
        return (HttpStatusCode)status switch
        {
            HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden or HttpStatusCode.ProxyAuthenticationRequired => new(BackendFault.Unauthorized, "Loki does not accept the portal's credentials."),
            HttpStatusCode.NotFound or HttpStatusCode.MethodNotAllowed => new(BackendFault.NotFound, "Loki does not have this: it may be an older version, or the feature is off."),
            HttpStatusCode.TooManyRequests => new(BackendFault.RateLimited, "Loki is busy and asks for fewer queries."),
            HttpStatusCode.RequestTimeout or HttpStatusCode.GatewayTimeout => new(BackendFault.Timeout, "Loki gave up on the query because it took too long. Choose a shorter time range or more filters."),
            HttpStatusCode.RequestEntityTooLarge or HttpStatusCode.RequestUriTooLong => new(BackendFault.LimitExceeded, "The query is longer than Loki reads. Use fewer or shorter filters."),
            >= HttpStatusCode.InternalServerError => new(BackendFault.ServerError, $"Loki failed with status {status}."),
            >= HttpStatusCode.BadRequest => new(BackendFault.BadQuery, "Loki refused the query."),
            _ => new(BackendFault.Malformed, $"Loki answered with the unexpected status {status}."),
        };
    }
}
