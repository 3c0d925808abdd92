namespace RumPortal.Clients.Http;

/// <summary>
/// A backend gave no usable answer. The one exception that clients throw for anything outside the portal; a caller's cancellation stays an
/// <see cref="OperationCanceledException"/>. The message is short and for users; it holds no query, address or credential.
/// </summary>
public sealed class BackendException(Backend backend, string operation, BackendFault fault, string message, Exception? inner = null)
    : Exception(message, inner)
{
    public Backend Backend { get; } = backend;

    /// <summary>What was asked, in a few words: <c>read lines</c>.</summary>
    public string Operation { get; } = operation;

    public BackendFault Fault { get; } = fault;

    /// <summary>The HTTP status, when there was an answer.</summary>
    public int? Status { get; init; }

    /// <summary>The query's text, when there was a query.</summary>
    public string? Query { get; init; }

    /// <summary>What the backend said, cut to a sensible length. For those who run it: it may name limits, labels or hosts.</summary>
    public string? Detail { get; init; }

    /// <summary>How long to wait before another try makes sense.</summary>
    public TimeSpan? RetryAfter { get; init; }
}
