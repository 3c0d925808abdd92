using System.ComponentModel;
using System.Globalization;
using Microsoft.Extensions.Caching.Hybrid;
using RumPortal.Clients.Http;
using RumPortal.Clients.Loki;
using RumPortal.Clients.Loki.LogQl;
using RumPortal.Clients.Prometheus;
using RumPortal.Clients.Querying;
using RumPortal.Domain.Faro;
using RumPortal.Domain.Querying;
using RumPortal.Domain.Vitals;

namespace RumPortal.Portal.Features.Vitals;

/// <summary>
/// Reads bucket counts, from recorded series or from lines. Viewers who ask the same within half a minute share one query: who looks
/// together looks at the same numbers, and fifty cost what one does.
/// </summary>
public sealed class DensityReads(PrometheusClient prometheus, LokiClient loki, HybridCache cache)
{
    private static readonly HybridCacheEntryOptions Shared = new() { Expiration = TimeSpan.FromSeconds(30) };

    /// <summary>Counts over a range of recorded series.</summary>
    public Task<MetricAnswer> RecordedAsync(VitalSelection selection, RecordedSet set, RecordedTier tier, TimeRange range, CancellationToken cancellation)
    {
        var query = RecordedVitals.Counts(selection, set, tier, range.Duration);
        return ShareAsync($"{query} @ {Instant(range.To)}", token => prometheus.QueryAsync(query, range.To, token), cancellation);
    }

    /// <summary>Counts of each step of a grid of recorded series.</summary>
    public Task<MetricAnswer> RecordedAsync(VitalSelection selection, RecordedSet set, RecordedTier tier, StepGrid grid, CancellationToken cancellation)
    {
        var query = RecordedVitals.Counts(selection, set, tier, grid.Step);
        return ShareAsync($"{query} @ {Grid(grid)}", token => prometheus.QueryRangeAsync(query, grid, token), cancellation);
    }

    /// <summary>Counts over a range of lines.</summary>
    public Task<MetricAnswer> RawAsync(VitalSelection selection, TimeRange range, CancellationToken cancellation)
    {
        var query = VitalQueries.Density(selection, BucketScheme.Current, range.Duration);
        return ShareAsync($"{query} @ {Instant(range.To)}", token => loki.QueryAsync(query, range.To, token), cancellation);
    }

    /// <summary>Counts of each step of a grid of lines.</summary>
    public Task<MetricAnswer> RawAsync(VitalSelection selection, StepGrid grid, CancellationToken cancellation)
    {
        var query = VitalQueries.Density(selection, BucketScheme.Current, grid.Step);
        return ShareAsync($"{query} @ {Grid(grid)}", token => loki.QueryRangeAsync(query, grid, token), cancellation);
    }

    /// <summary>How many bytes a count over lines would have to read; null where Loki cannot tell beforehand.</summary>
    public Task<long?> RawBytesAsync(FaroScope scope, TimeRange range, CancellationToken cancellation)
    {
        var selector = scope.Select(FaroKind.Measurement);
        return ShareAsync($"bytes of {selector} @ {Instant(range.From)} {Instant(range.To)}", token => ReadBytesAsync(selector, range, token), cancellation);
    }

    private async Task<long?> ReadBytesAsync(StreamSelector selector, TimeRange range, CancellationToken cancellation)
    {
        try
        {
            return (await loki.IndexStatsAsync(selector, range, cancellation)).Bytes;
        }
        catch (BackendException exception) when (exception.Fault == BackendFault.NotFound)
        {
            // A Loki that cannot tell beforehand has limits of its own.
            return null;
        }
    }

    // The text holds everything that the answer depends on: apps, filters, window. Who may see the apps was decided before it was made.
    private async Task<T> ShareAsync<T>(string question, Func<CancellationToken, Task<T>> read, CancellationToken cancellation)
    {
        var key = CacheKey.Of(question);
        var shared = await cache.GetOrCreateAsync(key, async token => new SharedAnswer<T>(await read(token)), Shared, cancellationToken: cancellation);
        return shared.Answer;
    }

    private static string Grid(StepGrid grid) => $"{Instant(grid.Start)} {Instant(grid.End)}";

    private static string Instant(DateTimeOffset instant) => instant.UtcTicks.ToString(CultureInfo.InvariantCulture);

    [ImmutableObject(true)]
    private sealed record SharedAnswer<T>(T Answer);
}
