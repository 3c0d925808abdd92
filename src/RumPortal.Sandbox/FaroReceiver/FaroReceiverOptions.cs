namespace RumPortal.Sandbox.FaroReceiver;

/// <summary>
/// The arguments of the receiver. Names and defaults are those of Alloy's <c>faro.receiver</c> unless a member says otherwise.
/// </summary>
public sealed record FaroReceiverOptions
{
    /// <summary>Base address of the Loki that the lines go to, without <c>/loki/api/v1/push</c>.</summary>
    public required Uri LokiUrl { get; init; }

    /// <summary>Base address that the spans go to, without <c>/v1/traces</c>; without it they are dropped and counted.</summary>
    public Uri? OtlpUrl { get; init; }

    /// <summary>
    /// Origins that a browser may post from: <c>*</c>, or names with at most one <c>*</c> each. Empty switches CORS off (Alloy's
    /// default; here <c>*</c>).
    /// </summary>
    public IReadOnlyList<string> CorsAllowedOrigins { get; init; } = ["*"];

    /// <summary>Which request headers a preflight may ask for.</summary>
    public CorsHeaderList CorsHeaders { get; init; } = CorsHeaderList.Current;

    /// <summary>When set, requests need the header <c>x-api-key</c> with this value.</summary>
    public string ApiKey { get; init; } = "";

    /// <summary>
    /// Largest <c>Content-Length</c> in bytes; 0 = no limit. Like Alloy it looks at that header only: chunked and unpacked sizes are
    /// not seen.
    /// </summary>
    public long MaxAllowedPayloadSize { get; init; } = 5 * 1024 * 1024;

    /// <summary>
    /// Most bytes of one body, after unpacking, that are held in memory; more is a 413. Alloy has no such limit, this process must not be
    /// brought down by one request.
    /// </summary>
    public int MaxBufferedBody { get; init; } = 32 * 1024 * 1024;

    public RateLimitingOptions RateLimiting { get; init; } = new();

    public LineFormat LogFormat { get; init; } = LineFormat.Logfmt;

    /// <summary>
    /// Stream labels. A value is a constant; an empty value copies the line's key of that name and leaves the label out where the line
    /// has none.
    /// </summary>
    public IReadOnlyDictionary<string, string> ExtraLogLabels { get; init; } = new Dictionary<string, string>
    {
        ["kind"] = "",
        ["app_name"] = "",
        ["app_environment"] = "",
    };

    /// <summary>Most bytes of lines that wait for Loki, and of spans that wait to be sent on. Beyond it live ones are dropped and counted, history waits.</summary>
    public long MaxPendingBytes { get; init; } = 64 * 1024 * 1024;

    /// <summary>How long a line may wait for others before a batch leaves.</summary>
    public TimeSpan BatchDelay { get; init; } = TimeSpan.FromMilliseconds(150);

    /// <summary>
    /// How often a batch that Loki answered with 429 or 5xx (or not at all) is sent again before it is given up and counted.
    /// </summary>
    public int MaxRetries { get; init; } = 10;
}
