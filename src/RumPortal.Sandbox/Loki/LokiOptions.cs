namespace RumPortal.Sandbox.Loki;

/// <summary>The limits of the sandbox's Loki. The defaults are those of Loki 3.7, except that old lines are welcome and memory is bounded.</summary>
public sealed record LokiOptions
{
    /// <summary>Lines, their metadata and the index together; when it is full the oldest lines go first.</summary>
    public long MaxStoredBytes { get; init; } = 512L << 20;

    /// <summary>Longer lines are refused (<c>max_line_size</c>).</summary>
    public int MaxLineSize { get; init; } = 256 << 10;

    /// <summary>The largest push body, before and after decompression.</summary>
    public int MaxPushSize { get; init; } = 100 << 20;

    public int MaxStreams { get; init; } = 5_000;

    public int MaxLabelNames { get; init; } = 15;

    public int MaxLabelNameLength { get; init; } = 1_024;

    public int MaxLabelValueLength { get; init; } = 2_048;

    public int MaxStructuredMetadataSize { get; init; } = 64 << 10;

    public int MaxStructuredMetadataEntries { get; init; } = 128;

    /// <summary>Refuses lines older than <see cref="MaxSampleAge"/> or further ahead than <see cref="CreationGracePeriod"/>. Loki's default is on; demo history and recorded data need it off.</summary>
    public bool RejectOldSamples { get; init; }

    public TimeSpan MaxSampleAge { get; init; } = TimeSpan.FromDays(7);

    public TimeSpan CreationGracePeriod { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>The largest <c>limit</c> of a log query.</summary>
    public int MaxEntries { get; init; } = 5_000;

    /// <summary>More series fail the query.</summary>
    public int MaxSeries { get; init; } = 500;

    public TimeSpan MaxQueryLength { get; init; } = TimeSpan.FromHours(721);

    /// <summary>A query that runs longer is given up with status 504.</summary>
    public TimeSpan QueryTimeout { get; init; } = TimeSpan.FromMinutes(1);
}
