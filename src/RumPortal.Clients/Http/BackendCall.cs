using System.Net;

namespace RumPortal.Clients.Http;

/// <summary>One question to a backend.</summary>
internal sealed record BackendCall
{
    public required Backend Backend { get; init; }

    /// <summary>In a few words, for people.</summary>
    public required string Operation { get; init; }

    public string? Query { get; init; }

    /// <summary>For each attempt, from sending to the last byte of the answer.</summary>
    public required TimeSpan Timeout { get; init; }

    /// <summary>Makes the request anew for each attempt.</summary>
    public required Func<HttpRequestMessage> CreateRequest { get; init; }

    /// <summary>What an error answer means in this backend's words: from status and body.</summary>
    public required Func<int, string, BackendError> Explain { get; init; }

    /// <summary>Whether an error answer of this status and media type passes by itself, so that the call is worth repeating.</summary>
    public Func<HttpStatusCode, string?, bool> IsPassingFailure { get; init; } = static (status, _) => IsPassing(status);

    /// <summary>Most bytes of the unpacked answer.</summary>
    public long BodyLimit { get; init; } = 64 * 1024 * 1024;

    /// <summary>
    /// The statuses of passing failures. Not 504: that is how a backend says that this very query takes too long. It would again, and
    /// others may well succeed.
    /// </summary>
    public static bool IsPassing(HttpStatusCode status) =>
        status is HttpStatusCode.TooManyRequests
            or HttpStatusCode.InternalServerError or HttpStatusCode.BadGateway or HttpStatusCode.ServiceUnavailable;
}
