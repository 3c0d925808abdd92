using System.ComponentModel;
using System.Globalization;
using Microsoft.Extensions.Caching.Hybrid;
using RumPortal.Clients.Http;
using RumPortal.Clients.Querying;
using RumPortal.Clients.Tempo;
using RumPortal.Clients.Tempo.TraceQl;
using RumPortal.Domain.Apps;
using RumPortal.Domain.Querying;
using RumPortal.Domain.Traces;

namespace RumPortal.Portal.Features.Traces;

/// <summary>
/// Finds traces: one search a page, whatever the conditions. Viewers who ask the same within a few seconds share one answer.
/// </summary>
public sealed class TraceSearchReader(TempoClient tempo, HybridCache cache)
{
    public const int TracesAPage = 100;

    // Enough to find the browser's span beside those of a second condition.
    private const int SpansATrace = 20;

    private static readonly TimeSpan Grid = TimeSpan.FromSeconds(10);
    private static readonly HybridCacheEntryOptions Shared = new() { Expiration = Grid };

    /// <summary>Reads a page of traces, newest first.</summary>
    /// <param name="viewer">Whose apps limit the search.</param>
    /// <param name="question">What is asked.</param>
    /// <param name="before">Only traces that started before; null for the first page.</param>
    /// <param name="cancellation">Ends the search.</param>
    /// <exception cref="Auth.AppNotVisibleException">The viewer may not see the app.</exception>
    /// <exception cref="BackendException">There is no usable answer.</exception>
    public async Task<Answer<TraceList>> ReadAsync(ViewerScope viewer, TraceSearchQuestion question, DateTimeOffset? before, CancellationToken cancellation)
    {
        if (TraceSearchQuery.Of(viewer, question) is not { } query) return new Answer<TraceList>(TraceList.Empty, []);
        var to = before is { } edge && edge < question.Range.To ? edge : question.Range.To;
        if (to <= question.Range.From) return new Answer<TraceList>(TraceList.Empty, []);
        var answer = await SearchAsync(query, new TimeRange(question.Range.From, to), cancellation);
        return ListOf(answer, viewer, question.Range, before);
    }

    private async Task<TraceSearchAnswer> SearchAsync(TraceQuery query, TimeRange range, CancellationToken cancellation)
    {
        var grid = StepGrid.Cover(range, Grid);
        var covered = new TimeRange(grid.Start, grid.End);
        // The query names the apps, so whoever may not see them has another one.
        var key = CacheKey.Of(string.Create(CultureInfo.InvariantCulture, $"traces {query} {covered.From.UtcTicks} {covered.To.UtcTicks}"));
        var shared = await cache.GetOrCreateAsync(
            key, async token => new SharedSearch(await tempo.SearchAsync(query, new TraceSearch(covered, TracesAPage, SpansATrace), token)), Shared, cancellationToken: cancellation);
        return shared.Answer;
    }

    private static Answer<TraceList> ListOf(TraceSearchAnswer answer, ViewerScope viewer, TimeRange range, DateTimeOffset? before)
    {
        var rows = answer.Traces.Where(trace => MaySee(viewer, trace)).Select(TraceRow.Of)
            .Where(row => row.Start >= range.From && (before is null ? row.Start < range.To : row.Start < before)).ToList();
        var oldest = answer.Traces.IsEmpty ? default(DateTimeOffset?) : answer.Traces.Min(trace => Instants.Of(trace.Start));
        // A page that brings nothing new would be asked for again and again.
        var goesOn = answer.ReachedLimit && oldest > range.From && (before is null || oldest < before);
        var cutShort = answer.CutShort ?? (answer.ReachedLimit && !goesOn ? $"More than {TracesAPage} traces began at the same time; narrow the search." : null);
        return new Answer<TraceList>(new TraceList([.. rows], goesOn ? oldest : null), [answer.Executed], cutShort);
    }

    // The query limits to the viewer's apps already. A server that takes a typed query for more than it says must not show more.
    private static bool MaySee(ViewerScope viewer, FoundTrace trace) =>
        viewer.SeesEveryApp || trace.Spans.Any(span => span.Attributes.Text("service.name") is { } service && viewer.MaySee(service));

    [ImmutableObject(true)]
    private sealed record SharedSearch(TraceSearchAnswer Answer);
}
