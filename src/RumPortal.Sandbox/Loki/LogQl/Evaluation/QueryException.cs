using RumPortal.Sandbox.Literals;

namespace RumPortal.Sandbox.Loki.LogQl.Evaluation;

/// <summary>A query that was understood but cannot be answered: a limit, an error in the pipeline, sides that do not match. The text is the whole answer.</summary>
public sealed class QueryException(int status, string message) : Exception(message)
{
    public int Status { get; } = status;

    internal static QueryException TooManySeries(int limit) => new(StatusCodes.Status400BadRequest, FormattableString.Invariant(
        $"maximum number of series ({limit}) reached for a single query; consider reducing query cardinality by adding more specific stream selectors, reducing the time range, or aggregating results with functions like sum(), count() or topk()"));

    internal static QueryException TooLong(long nanoseconds, TimeSpan limit) => new(StatusCodes.Status400BadRequest,
        $"the query time range exceeds the limit (query length: {GoDuration.FormatGo(nanoseconds)}, limit: {GoDuration.FormatPrometheus(limit.Ticks * 100)})");

    /// <summary>Loki 3.7 behaviour: a line that failed in the pipeline fails the whole metric query.</summary>
    internal static QueryException Pipeline(string error, string series) => new(StatusCodes.Status400BadRequest,
        $"pipeline error: '{error}' for series: '{series}'.\n"
        + $"Use a label filter to intentionally skip this error. (e.g | __error__!=\"{error}\").\n"
        + "To skip all potential errors you can match empty errors.(e.g __error__=\"\")\n"
        + "The label filter can also be specified after unwrap. (e.g | unwrap latency | __error__=\"\" )\n");

    /// <summary>Loki 3.7 behaviour: sides of an operation that do not match are an internal error, not a bad request.</summary>
    internal static QueryException Matching(string message) => new(StatusCodes.Status500InternalServerError, message);
}
