using System.Collections.Immutable;
using System.ComponentModel;
using System.Globalization;
using Microsoft.Extensions.Caching.Hybrid;
using RumPortal.Clients.Loki;
using RumPortal.Clients.Loki.LogQl;
using RumPortal.Domain.Apps;
using RumPortal.Domain.Faro;
using RumPortal.Domain.Querying;

namespace RumPortal.Portal.Features.Vitals;

/// <summary>
/// Reads the newest reports of one vital, for causes and examples; counts come from elsewhere. Viewers who ask the same within half a
/// minute share one reading, as they do the counts.
/// </summary>
public sealed class VitalReportsReader(LokiClient loki, HybridCache cache)
{
    private static readonly HybridCacheEntryOptions Shared = new() { Expiration = TimeSpan.FromSeconds(30) };

    /// <summary>Enough to see causes; the newest are what can still be mended.</summary>
    public const int MostReports = 2000;

    private const int FirstPage = 500;

    /// <exception cref="Auth.AppNotVisibleException">The viewer may not see the app.</exception>
    /// <exception cref="Clients.Http.BackendException">There is no usable answer.</exception>
    public async Task<Answer<VitalReports>> ReadAsync(ViewerScope viewer, VitalsQuestion question, string vital, CancellationToken cancellation)
    {
        if (FaroScopes.Of(viewer, loki.Labels, question.App, question.Environment) is not { } scope) return new Answer<VitalReports>(new VitalReports([], IsAll: true), []);
        var selection = new VitalSelection(scope) { Filters = question.Filters, Parser = LineParser.Mixed };
        var request = new LogRequest(VitalQueries.Reports(selection, vital), question.Range) { PageSize = FirstPage };
        // The text names the apps, so whoever may not see them has another one.
        var key = CacheKey.Of(string.Create(CultureInfo.InvariantCulture, $"reports {vital} {request.Query} {question.Range.From.UtcTicks} {question.Range.To.UtcTicks}"));
        var shared = await cache.GetOrCreateAsync(key, async token => new SharedReports(await ReadNowAsync(request, vital, token)), Shared, cancellationToken: cancellation);
        // What broke off is worth another try at once.
        if (shared.Answer.CutShort is not null) await cache.RemoveAsync(key, cancellation);
        return shared.Answer;
    }

    private async Task<Answer<VitalReports>> ReadNowAsync(LogRequest request, string vital, CancellationToken cancellation)
    {
        var reports = new List<FaroVitalReport>();
        var (queries, hasMore, cutShort) = (ImmutableArray.CreateBuilder<ExecutedQuery>(), false, default(string));
        await foreach (var page in loki.ReadAllAsync(request, MostReports, cancellation))
        {
            // A line filter finds more lines than conditions on fields: what is no report of this vital goes.
            reports.AddRange(page.Records.Select(FaroVitalReport.Of).OfType<FaroVitalReport>().Where(report => report.Vital.Name == vital));
            queries.Add(page.Executed);
            hasMore = page.Next is not null;
            if (page.Interruption is { } interruption) cutShort = $"Loki's answer broke off: {interruption.Message}";
        }
        return new Answer<VitalReports>(new VitalReports(FaroVitalReport.LastOfEach(reports), !hasMore), queries.ToImmutable(), cutShort);
    }

    [ImmutableObject(true)]
    private sealed record SharedReports(Answer<VitalReports> Answer);
}
