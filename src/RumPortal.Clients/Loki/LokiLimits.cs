namespace RumPortal.Clients.Loki;

/// <summary>The tenant's limits as the server reports them, since Loki 3.6. Null where it does not say.</summary>
/// <param name="MaxEntriesPerQuery">Most lines that one query may ask for.</param>
/// <param name="MaxQueryLength">Longest time range of a query; zero for no limit.</param>
/// <param name="MaxQuerySeries">Most series of one answer.</param>
/// <param name="QueryTimeout">How long the server works on a query.</param>
/// <param name="RetentionPeriod">How long lines are kept; zero for ever.</param>
/// <param name="IsVolumeEnabled">Whether volumes can be asked for.</param>
public sealed record LokiLimits(
    int? MaxEntriesPerQuery,
    TimeSpan? MaxQueryLength,
    int? MaxQuerySeries,
    TimeSpan? QueryTimeout,
    TimeSpan? RetentionPeriod,
    bool? IsVolumeEnabled);
