namespace RumPortal.Sandbox.Faults;

/// <summary>
/// A way for a backend to misbehave, as JSON in the body of <c>POST /sandbox/faults</c>. All members are optional, but one of those that
/// do something must be there.
/// </summary>
/// <remarks>
/// <code>
/// {"latencyMs": 800}                                                  slow, then answers as usual
/// {"status": 500, "body": "boom"}                                     an error of its own; contentType defaults to text/plain; charset=utf-8
/// {"status": 429, "retryAfterSeconds": 3}                             too many requests
/// {"status": 200, "body": "&lt;html&gt;...", "contentType": "text/html"}    a proxy's page instead of JSON
/// {"garbage": true}                                                   200 application/json with bytes that are none
/// {"cutAfterBytes": 400}                                              the real answer, ended early but cleanly
/// {"cutAfterBytes": 400, "dropConnection": true}                      the real answer, connection reset in the middle
/// {"dropConnection": true}                                            connection reset before any answer
/// {"dripBytesPerSecond": 200}                                         the real answer, a few bytes at a time
/// </code>
/// A fault may be narrowed: <c>pathPrefix</c> to requests below a path, <c>probability</c> (0..1] to a part of them, <c>count</c> to the
/// next n. Latency combines with each of the others, a cut and a drip also with an answer of the fault's own.
/// </remarks>
public sealed record Fault
{
    private static readonly TimeSpan MaxLatency = TimeSpan.FromMinutes(10);

    /// <summary>Waits this long before anything else.</summary>
    public int? LatencyMs { get; init; }

    /// <summary>Answers with this status instead of asking the backend.</summary>
    public int? Status { get; init; }

    /// <summary>The text of that answer; alone it comes with status 200.</summary>
    public string? Body { get; init; }

    public string? ContentType { get; init; }

    /// <summary>Sets the header <c>Retry-After</c> on an answer of the fault's own.</summary>
    public int? RetryAfterSeconds { get; init; }

    /// <summary>Ends the body after so many bytes.</summary>
    public long? CutAfterBytes { get; init; }

    /// <summary>Answers 200 with bytes that are not JSON and not even text.</summary>
    public bool Garbage { get; init; }

    /// <summary>Resets the connection: at once, or after <see cref="CutAfterBytes"/>.</summary>
    public bool DropConnection { get; init; }

    /// <summary>Sends the body no faster than this.</summary>
    public int? DripBytesPerSecond { get; init; }

    /// <summary>Only for paths that begin with this.</summary>
    public string? PathPrefix { get; init; }

    /// <summary>Only for this part of the requests.</summary>
    public double? Probability { get; init; }

    /// <summary>Only for the next so many requests.</summary>
    public int? Count { get; init; }

    /// <summary>What is wrong with the fault, each with the member and its legal values; empty when nothing is.</summary>
    public IReadOnlyList<string> Validate()
    {
        var problems = new List<string>();
        Require(LatencyMs is null or >= 0 && LatencyMs.GetValueOrDefault() <= MaxLatency.TotalMilliseconds, "latencyMs must be 0 to 600000");
        Require(Status is null or (>= 200 and <= 599), "status must be 200 to 599");
        Require(RetryAfterSeconds is null or >= 0, "retryAfterSeconds must not be negative");
        Require(CutAfterBytes is null or >= 0, "cutAfterBytes must not be negative");
        Require(DripBytesPerSecond is null or > 0, "dripBytesPerSecond must be positive");
        Require(Probability is null or (> 0 and <= 1), "probability must be above 0 and at most 1");
        Require(Count is null or > 0, "count must be positive");
        Require(PathPrefix is null || PathPrefix.StartsWith('/'), "pathPrefix must begin with a slash");
        Require(!Garbage || (Status is null && Body is null), "garbage cannot be combined with status or body");
        Require(RetryAfterSeconds is null || AnswersItself, "retryAfterSeconds needs a status");
        Require(ContentType is null || AnswersItself, "contentType needs a status or a body");
        Require(ContentType is null || ContentType.All(c => c is >= ' ' and <= '~'), "contentType must be printable ASCII");
        Require(LatencyMs is not null || AnswersItself || CutAfterBytes is not null || DropConnection || DripBytesPerSecond is not null,
            "one of latencyMs, status, body, garbage, cutAfterBytes, dropConnection, dripBytesPerSecond must be there");
        return problems;

        void Require(bool holds, string problem)
        {
            if (!holds) problems.Add(problem);
        }
    }

    /// <summary>Whether the backend is not asked at all.</summary>
    internal bool AnswersItself => Status is not null || Body is not null || Garbage;
}
