using System.ComponentModel;
using Microsoft.Extensions.Caching.Hybrid;
using RumPortal.Clients.Http;
using RumPortal.Clients.Loki;
using RumPortal.Domain.Apps;
using RumPortal.Domain.Faro;
using RumPortal.Domain.Querying;
using RumPortal.Domain.Sessions;
using RumPortal.Domain.Traces;
using RumPortal.Domain.Traces.Waterfall;

namespace RumPortal.Portal.Features.Traces;

/// <summary>Reads the browsers' lines that name a trace. Viewers of the same apps share them for a while.</summary>
public sealed class TraceLinesReader(LokiClient loki, HybridCache cache)
{
    /// <summary>Lines of one trace that are read at most.</summary>
    public const int MostLines = 200;

    // Browsers' clocks are off and lines come late; a trace is read by id, so the width costs little.
    private static readonly TimeSpan Slack = TimeSpan.FromHours(1);

    private static readonly HybridCacheEntryOptions Shared = new() { Expiration = TimeSpan.FromSeconds(30) };

    /// <summary>Lines of the viewer's apps, oldest first.</summary>
    /// <exception cref="BackendException">There is no usable answer.</exception>
    public async Task<Answer<IReadOnlyList<FaroRecord>>> ReadAsync(ViewerScope viewer, Trace trace, CancellationToken cancellation)
    {
        if (FaroScopes.Of(viewer, loki.Labels, null, null) is not { } scope || RangeOf(trace) is not { } range) return new Answer<IReadOnlyList<FaroRecord>>([], []);
        var query = FaroQueries.TraceLines(scope, trace.Id.ToString());
        var request = new LogRequest(query, range) { Direction = LogDirection.Forward, PageSize = MostLines };
        // The query names the apps, so whoever may not see them has another one.
        var shared = await cache.GetOrCreateAsync(CacheKey.Of($"lines {query}"), async token => new SharedPage(await loki.ReadPageAsync(request, token)), Shared, cancellationToken: cancellation);
        var page = shared.Page;
        // The text stands in the line; only what names it as its trace belongs to it.
        var lines = page.Records.Where(record => TraceLink.Of(record)?.TraceId == trace.Id.ToString()).ToList();
        return new Answer<IReadOnlyList<FaroRecord>>(lines, [page.Executed], page.Next is not null ? $"The first {MostLines} lines are shown; there are more." : page.Interruption?.Message);
    }

    /// <summary>The page load whose answer a trace is, if one of the lines is its navigation timing.</summary>
    internal static LoadedDocument? DocumentOf(IReadOnlyList<FaroRecord> lines)
    {
        foreach (var line in lines)
        {
            if (NavigationTiming.Of(line) is not { } timing || TraceLink.Of(line) is not { } link) continue;
            var start = (line.ItemTime ?? line.ArrivalTime) - DateTimeOffset.UnixEpoch;
            return new LoadedDocument(
                line.Meta.AppName ?? "", start.Ticks * TimeSpan.NanosecondsPerTick, timing.Load.Ticks * TimeSpan.NanosecondsPerTick,
                SpanId.TryParse(link.SpanId, out var span) ? span : null, timing.Url is { } url ? PageAddress.Path(url) : null, line.Meta.SessionId);
        }
        return null;
    }

    // Null for times that no calendar has.
    private static TimeRange? RangeOf(Trace trace)
    {
        var (start, end) = (trace.Spans.Min(span => span.Start), trace.Spans.Max(span => span.End));
        if (start < 0 || end < start) return null;
        var (from, to) = (Instants.Of(start), Instants.Of(end));
        return to - from > TimeSelection.Longest ? null : new TimeRange(from, to.AddMilliseconds(1)).Widen(Slack, Slack);
    }

    [ImmutableObject(true)]
    private sealed record SharedPage(LogPage Page);
}
