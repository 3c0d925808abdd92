namespace RumPortal.Sandbox.Tempo;

/// <summary>The limits of the sandbox's Tempo. The defaults are those of Tempo 3.0, except that large traces are welcome and memory is bounded.</summary>
public sealed record TempoOptions
{
    /// <summary>Spans with their attributes; when it is full the oldest traces go first.</summary>
    public long MaxStoredBytes { get; init; } = 512L << 20;

    /// <summary>A trace of more bytes is answered in part, or refused by the first version of the endpoint (<c>max_bytes_per_trace</c>, 5 MB in Tempo).</summary>
    public long MaxTraceBytes { get; init; } = 256L << 20;

    /// <summary>The largest body of a push, before and after decompression.</summary>
    public int MaxPushSize { get; init; } = 128 << 20;

    public int DefaultSearchLimit { get; init; } = 20;

    public int MaxSearchLimit { get; init; } = 262_144;

    public TimeSpan MaxSearchRange { get; init; } = TimeSpan.FromHours(168);

    public int DefaultSpansPerSpanSet { get; init; } = 3;

    public int MaxSpansPerSpanSet { get; init; } = 100;

    public TimeSpan MaxMetricsRange { get; init; } = TimeSpan.FromHours(24);

    public int MaxMetricsPoints { get; init; } = 10_000;

    /// <summary>More groups of a metrics query are left out, and the answer says so (<c>max_response_series</c>).</summary>
    public int MaxMetricsSeries { get; init; } = 1_000;

    public int MaxQueryLength { get; init; } = 128 << 10;

    /// <summary>A query that runs longer is given up with status 504.</summary>
    public TimeSpan QueryTimeout { get; init; } = TimeSpan.FromMinutes(1);
}
