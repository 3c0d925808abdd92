using System.Collections.Immutable;
using System.Globalization;
using Microsoft.Extensions.Caching.Hybrid;
using RumPortal.Clients.Http;
using RumPortal.Clients.Loki;
using RumPortal.Clients.Loki.LogQl;
using RumPortal.Clients.Querying;
using RumPortal.Domain.Apps;
using RumPortal.Domain.Querying;
using RumPortal.Portal.Auth;
using RumPortal.Portal.Features;

namespace RumPortal.Portal.Components.Filters;

/// <summary>
/// Reads what the filter bar offers. It never fails: without an answer the lists are empty and say why. Viewers who come within a few
/// seconds share one reading.
/// </summary>
public sealed class FilterChoiceReader(LokiClient loki, HybridCache cache)
{
    private static readonly HybridCacheEntryOptions Shared = new() { Expiration = TimeSpan.FromSeconds(10) };

    public async Task<FilterChoices> ReadAsync(ViewerScope viewer, ViewFilter filter, TimeRange range, IReadOnlyList<string> versions)
    {
        try
        {
            if (FaroScopes.Of(viewer, loki.Labels, null, null) is not { } all) return new FilterChoices([], [], versions, "your teams own no apps");
            var chosen = FaroScopes.Of(viewer, loki.Labels, filter.App, null) ?? all;
            var apps = ValuesAsync(loki.Labels.App, range, all.Select());
            var environments = ValuesAsync(loki.Labels.Environment, range, chosen.Select());
            return new FilterChoices((await apps).Where(viewer.MaySee).ToList(), await environments, versions, "nothing was seen in this range");
        }
        catch (BackendException exception)
        {
            return new FilterChoices([], [], versions, exception.Message);
        }
        catch (AppNotVisibleException exception)
        {
            return new FilterChoices([.. viewer.Apps.Order(StringComparer.Ordinal)], [], versions, exception.Message);
        }
    }

    // Whoever asks for "the last 24 hours" has a range of his own; its length and about its end are what matters for a list of names.
    private async Task<ImmutableArray<string>> ValuesAsync(LabelName label, TimeRange range, StreamSelector selector)
    {
        var key = CacheKey.Of(string.Create(CultureInfo.InvariantCulture, $"choices {label} {selector} {range.Duration} {range.To.UtcTicks / TimeSpan.TicksPerMinute}"));
        return await cache.GetOrCreateAsync(key, async token => await loki.LabelValuesAsync(label, range, selector, token), Shared);
    }
}
