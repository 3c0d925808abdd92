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

    /// <summary>Most bytes of the unpacked answer.</summary>
    public long BodyLimit { get; init; } = 64 * 1024 * 1024;
}
