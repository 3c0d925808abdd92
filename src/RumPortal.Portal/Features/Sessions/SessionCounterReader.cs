using System.Collections.Immutable;
using RumPortal.Clients.Loki;
using RumPortal.Clients.Loki.LogQl;
using RumPortal.Clients.Querying;
using RumPortal.Domain.Apps;
using RumPortal.Domain.Querying;
using RumPortal.Domain.Sessions;

namespace RumPortal.Portal.Features.Sessions;

/// <summary>
/// Counts what happened in the sessions of a page: one query by session, category and window, from which follow counts, duration, active
/// time and the strip.
/// </summary>
public sealed class SessionCounterReader(LokiClient loki, TimeProvider time)
{
    public const int MostSessions = FaroQueries.MostSessionsCounted;

    // Ten seconds for the eight hours that the sessions of a page may span. Loki allows 11,000, and empty windows are not sent.
    private const int MostWindows = 3000;

    private static readonly TimeSpan ArrivalSlack = TimeSpan.FromMinutes(1);

    /// <summary>The same rows with their counters; a row of which nothing was counted keeps none.</summary>
    /// <exception cref="Auth.AppNotVisibleException">A row is of an app that the viewer may not see.</exception>
    /// <exception cref="Clients.Http.BackendException">There is no usable answer.</exception>
    public async Task<Answer<ImmutableArray<SessionRow>>> ReadAsync(ViewerScope viewer, IReadOnlyCollection<SessionRow> rows, CancellationToken cancellation)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(rows.Count, MostSessions);
        if (rows.Count == 0) return new Answer<ImmutableArray<SessionRow>>([], []);
        foreach (var app in rows.Select(row => row.App).Distinct(StringComparer.Ordinal)) FaroScopes.OfApp(viewer, loki.Labels, app);
        var scope = new FaroScope(loki.Labels, rows.Select(row => row.App).Distinct(StringComparer.Ordinal), rows.Select(row => row.Environment).OfType<string>());
        var grid = StepGrid.Cover(RangeOf(rows), MostWindows);
        var query = FaroQueries.SessionCounters(scope, LineParser.Mixed, rows.Select(row => row.Id).ToHashSet(StringComparer.Ordinal), grid.Step);
        var answer = await loki.QueryRangeAsync(query, grid, cancellation);
        var counters = Add(answer.Series, grid.Step);
        return new Answer<ImmutableArray<SessionRow>>([.. rows.Select(row => row with { Counters = counters.GetValueOrDefault(row.Id)?.Build() })], [answer.Executed]);
    }

    private static Dictionary<string, SessionCountersBuilder> Add(IEnumerable<Series> series, TimeSpan window)
    {
        var counters = new Dictionary<string, SessionCountersBuilder>(StringComparer.Ordinal);
        foreach (var one in series)
        {
            if (one.Labels["session_id"] is not { } id || one.Labels[CounterCategory.Label] is not { } word) continue;
            if (!counters.TryGetValue(id, out var builder)) counters[id] = builder = new SessionCountersBuilder(window);
            var (category, poorVital) = CounterCategory.Parse(word);
            foreach (var sample in one.Samples)
                if (sample.Value is > 0 and < int.MaxValue) builder.Add(sample.Time, category, (int)sample.Value, poorVital);
        }
        return counters;
    }

    // A row may be of a later page load, so its session may have begun the longest session earlier; and it may go on as long.
    private TimeRange RangeOf(IReadOnlyCollection<SessionRow> rows)
    {
        var now = time.GetUtcNow() + ArrivalSlack;
        var (first, last) = (rows.Min(row => row.IsStart ? row.Seen : row.Seen - SessionListReader.LongestSession), rows.Max(row => row.Seen) + SessionListReader.LongestSession);
        var end = last < now ? last : now;
        return new TimeRange(first - ArrivalSlack, end > first ? end : first + ArrivalSlack);
    }
}
