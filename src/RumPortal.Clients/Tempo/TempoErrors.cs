using RumPortal.Clients.Http;

namespace RumPortal.Clients.Tempo;

/// <summary>
/// What Tempo's error answers mean: a text, often without a content type, and a status. The text decides where it is known, because versions
/// and gateways send the same text with different statuses.
/// </summary>
/// <remarks>
/// <code>
/// 400 invalid TraceQL query: parse error at line 1, col 27: syntax error: unexpected }
/// 400 range specified by start and end exceeds 168h0m0s. received start=1795132800 end=1797724800
/// 400 limit 5000 exceeds max limit 1000     400 spans per span set exceeds 100. received 500
/// 400 step of 1s is too small, minimum step for given range is 9s
/// 404 (empty)                               404 404 page not found
/// 422 trace exceeds max size (max bytes: 5000000)
/// 429 job queue full     503 ...     504 context deadline exceeded
/// </code>
/// </remarks>
internal static class TempoErrors
{
    public const string QueryTooLong = "The query is longer than Tempo reads. Use fewer or shorter filters.";

    private const string TookTooLong = "Tempo gave up on the query because it took too long. Choose a shorter time range or more filters.";
    private const string RangeTooLong = "The time range is longer than Tempo allows. Choose a shorter one.";
    private const string TooManyTraces = "Tempo allows fewer traces or spans per search than asked for.";
    private const string TooManyPoints = "Tempo allows fewer points than asked for. Choose a shorter time range.";
    private const string TraceTooLarge = "The trace is larger than Tempo gives out. Its operators can raise max_bytes_per_trace.";
    private const string Busy = "Tempo is busy and asks for fewer queries.";
    private const string Unreadable = "Tempo could not read the query.";

    private static readonly (string Text, BackendFault Fault, string Message)[] Known =
    [
        ("range specified by start and end", BackendFault.LimitExceeded, RangeTooLong),
        ("exceeds max limit", BackendFault.LimitExceeded, TooManyTraces),
        ("spans per span set exceeds", BackendFault.LimitExceeded, TooManyTraces),
        ("is too small, minimum step", BackendFault.LimitExceeded, TooManyPoints),
        ("trace exceeds max size", BackendFault.TooLarge, TraceTooLarge),
        ("trace too large", BackendFault.TooLarge, TraceTooLarge),
        ("job queue full", BackendFault.RateLimited, Busy),
        ("too many outstanding", BackendFault.RateLimited, Busy),
        ("context deadline exceeded", BackendFault.Timeout, TookTooLong),
        ("no org id", BackendFault.Unauthorized, "Tempo wants a tenant. Set Backends:Tempo:Tenant."),
        ("parse error", BackendFault.BadQuery, Unreadable),
        ("invalid TraceQL query", BackendFault.BadQuery, Unreadable),
    ];

    public static BackendError Explain(int status, string text)
    {
        foreach (var (part, fault, message) in Known)
            if (text.Contains(part, StringComparison.OrdinalIgnoreCase)) return new BackendError(fault, message);
        return status switch
        {
            401 or 403 or 407 => new(BackendFault.Unauthorized, "Tempo does not accept the portal's credentials."),
            404 or 405 => new(BackendFault.NotFound, "Tempo does not have this: the address may lack a prefix, or it is an older version."),
            408 or 504 => new(BackendFault.Timeout, TookTooLong),
            413 or 414 => new(BackendFault.LimitExceeded, QueryTooLong),
            422 => new(BackendFault.TooLarge, TraceTooLarge),
            429 => new(BackendFault.RateLimited, Busy),
            503 => new(BackendFault.ServerError, "Tempo is not ready, or overloaded."),
            >= 500 => new(BackendFault.ServerError, $"Tempo failed with status {status}."),
            >= 400 => new(BackendFault.BadQuery, "Tempo refused the query."),
            _ => new(BackendFault.Malformed, $"Tempo answered with the unexpected status {status}."),
        };
    }

    /// <summary>Whether a 404 says that a trace is missing. Other texts say that the whole address leads nowhere.</summary>
    public static bool IsMissingTrace(BackendException failure) =>
        failure is { Status: 404, Detail: { } text }
        && (text.Length == 0 || (text.Contains("trace", StringComparison.OrdinalIgnoreCase) && !text.Contains('<', StringComparison.Ordinal)));
}
