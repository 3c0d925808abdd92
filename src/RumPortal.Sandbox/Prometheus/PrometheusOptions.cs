namespace RumPortal.Sandbox.Prometheus;

/// <summary>The limits of the sandbox's Prometheus. The defaults are those of Prometheus 2.42, except that memory is bounded.</summary>
public sealed record PrometheusOptions
{
    /// <summary>Samples of all series together, 16 bytes each; when it is full the oldest go first.</summary>
    public long MaxStoredSamples { get; init; } = 16_000_000;

    /// <summary>When there are more, those go first whose newest sample is the oldest.</summary>
    public int MaxStoredSeries { get; init; } = 200_000;

    /// <summary>How far an instant selector looks back for a sample (<c>--query.lookback-delta</c>).</summary>
    public TimeSpan Lookback { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>The step of a subquery that names none (the global <c>evaluation_interval</c>).</summary>
    public TimeSpan DefaultSubqueryStep { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>A query that has to hold more at once fails (<c>--query.max-samples</c>).</summary>
    public long MaxQuerySamples { get; init; } = 50_000_000;

    /// <summary>A query that runs longer is given up with status 503 (<c>--query.timeout</c>).</summary>
    public TimeSpan QueryTimeout { get; init; } = TimeSpan.FromMinutes(2);
}
