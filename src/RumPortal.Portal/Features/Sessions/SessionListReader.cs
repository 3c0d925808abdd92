using RumPortal.Clients.Loki;
using RumPortal.Clients.Loki.LogQl;
using RumPortal.Domain.Apps;
using RumPortal.Domain.Faro;
using RumPortal.Domain.Querying;

namespace RumPortal.Portal.Features.Sessions;

/// <summary>
/// Reads lists of sessions: log queries over the lines that make sessions known, never a sum by session, which no limit on series would
/// survive. Sessions are listed once, at the newest such line, also across pages.
/// </summary>
public sealed class SessionListReader(LokiClient loki)
{
    public const int MostSessions = 100;

    /// <summary>The SDK ends every session after this time, so no session of a range began earlier before it.</summary>
    public static readonly TimeSpan LongestSession = TimeSpan.FromHours(4);

    private const int LinesAPage = 500;
    private const int MostRounds = 8;

    /// <summary>Reads a page of at most <paramref name="limit"/> sessions.</summary>
    /// <exception cref="Auth.AppNotVisibleException">The viewer may not see the app.</exception>
    /// <exception cref="Clients.Http.BackendException">There is no usable answer.</exception>
    public async Task<Answer<SessionList>> ReadAsync(ViewerScope viewer, SessionQuestion question, PageCursor? after, int limit, CancellationToken cancellation)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(limit);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(limit, MostSessions);
        if (FaroScopes.Of(viewer, loki.Labels, question.App, question.Environment) is not { } scope) return new Answer<SessionList>(SessionList.Empty, []);
        var search = new SessionSearch(loki, scope, question, after, limit);
        for (var round = 0; round < MostRounds && !search.IsDone; round++) await search.ReadOnAsync(LinesAPage, cancellation);
        return await WithoutEndedAsync(search.ToAnswer(), scope, question.Range, cancellation);
    }

    /// <summary>Leaves out sessions that began before the range and were not seen in it.</summary>
    private async Task<Answer<SessionList>> WithoutEndedAsync(Answer<SessionList> answer, FaroScope scope, TimeRange range, CancellationToken cancellation)
    {
        var (sessions, queries) = (answer.Value.Sessions, answer.Queries);
        var ended = sessions.Where(row => row.Seen < range.From).Select(row => row.Id).ToHashSet(StringComparer.Ordinal);
        foreach (var some in ended.ToArray().Chunk(FaroQueries.MostSessionsCounted))
        {
            var counted = await loki.QueryAsync(FaroQueries.SessionCounters(scope, LineParser.Mixed, some, range.Duration), range.To, cancellation);
            queries = queries.Add(counted.Executed);
            ended.ExceptWith(counted.Series.Select(series => series.Labels[FaroFields.SessionId]).OfType<string>());
        }
        return answer with { Value = answer.Value with { Sessions = sessions.RemoveAll(row => ended.Contains(row.Id)) }, Queries = queries };
    }
}
