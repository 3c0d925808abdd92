using System.Globalization;
using Microsoft.Extensions.Caching.Hybrid;
using RumPortal.Clients.Http;
using RumPortal.Clients.Loki;
using RumPortal.Clients.Prometheus;
using RumPortal.Domain.Querying;

namespace RumPortal.Portal.Features.Vitals;

/// <summary>Finds out what is recorded for streams that a viewer may see, and remembers it for a while: it changes when a rule does, and all viewers ask the same.</summary>
public sealed class RecordingsLookup(PrometheusClient prometheus, RecordedVitalsReader recorded, HybridCache cache)
{
    private static readonly HybridCacheEntryOptions Remembered = new() { Expiration = TimeSpan.FromMinutes(1) };

    // A backend that is down is asked again soon, but not by every panel of every viewer.
    private static readonly HybridCacheEntryOptions RememberedFailure = new() { Expiration = TimeSpan.FromSeconds(5) };

    /// <summary>Null where no metrics backend is configured. A failure of the backend is part of the answer.</summary>
    public async Task<Recordings?> ReadAsync(FaroScope scope, TimeRange range, CancellationToken cancellation)
    {
        if (!prometheus.IsConfigured) return null;
        // By the hour: viewers of "the last day" share, and another day is looked up by itself.
        var (from, to) = (range.From.UtcTicks / TimeSpan.TicksPerHour, range.To.UtcTicks / TimeSpan.TicksPerHour);
        var key = CacheKey.Of(string.Create(CultureInfo.InvariantCulture, $"recordings {RecordedVitals.Select(scope, RecordedTier.FiveMinutes)} {from} {to}"));
        var read = await cache.GetOrCreateAsync(key, async token => await ReadNowAsync(scope, range, token), Remembered, cancellationToken: cancellation);
        if (read.Failure is not null) await cache.SetAsync(key, read, RememberedFailure, cancellationToken: cancellation);
        return read;
    }

    private async Task<Recordings> ReadNowAsync(FaroScope scope, TimeRange range, CancellationToken cancellation)
    {
        try
        {
            var index = await recorded.ReadIndexAsync(scope, range.Widen(TimeSpan.FromDays(1), TimeSpan.Zero), cancellation);
            if (index.Tiers.IsEmpty) return new Recordings(index, null, null, null);
            // A set that was added later knows less of the past than the others.
            var oldest = Task.WhenAll(index.Sets.Select(set => recorded.ReadOldestAsync(scope, index.Tiers, set, cancellation)));
            var newest = recorded.ReadNewestAsync(scope, index.Tiers[^1], cancellation);
            await Task.WhenAll(oldest, newest);
            var since = await oldest;
            return new Recordings(index, since.Min(), await newest, null) { SinceOfEachSet = [.. since] };
        }
        catch (BackendException exception)
        {
            return new Recordings(null, null, null, exception.Message);
        }
    }
}
