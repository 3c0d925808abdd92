using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.CompilerServices;
using RumPortal.Clients.Loki;
using RumPortal.Clients.Loki.LogQl;
using RumPortal.Domain.Apps;
using RumPortal.Domain.Querying;
using RumPortal.Domain.Sessions;

namespace RumPortal.Portal.Features.Sessions;

/// <summary>Reads one session: its lines forward, the first page soon, the rest behind it.</summary>
public sealed class SessionTimelineReader(LokiClient loki)
{
    /// <summary>Lines of one session that are read at most; a visitor who stays four hours makes some thousands.</summary>
    public const int MostLines = 50_000;

    public const int LongestId = 256;

    private const int FirstPage = 500;
    private const int NextLines = 100;

    /// <summary>
    /// The timeline, growing: after the first page of lines, and when all are read. The range is widened, because a session began up to four
    /// hours before any of its moments and its last lines come late.
    /// </summary>
    /// <exception cref="Auth.AppNotVisibleException">The viewer may not see the app.</exception>
    /// <exception cref="Clients.Http.BackendException">There is no usable answer. A session that was read in part ends as an answer that is cut short.</exception>
    public async IAsyncEnumerable<Answer<SessionTimeline>> ReadAsync(
        ViewerScope viewer, string app, string sessionId, TimeRange range, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var scope = FaroScopes.OfApp(viewer, loki.Labels, app);
        var builder = new SessionTimelineBuilder(sessionId);
        var queries = ImmutableArray.CreateBuilder<ExecutedQuery>();
        if (sessionId.Length > LongestId)
        {
            yield return new Answer<SessionTimeline>(builder.Build(), []);
            yield break;
        }
        var request = new LogRequest(FaroQueries.SessionLines(scope, LineParser.Mixed, sessionId), range.Widen(SessionListReader.LongestSession, SessionListReader.LongestSession))
        {
            Direction = LogDirection.Forward,
            PageSize = FirstPage,
        };
        LogPage? last = null;
        await foreach (var page in loki.ReadAllAsync(request, MostLines, cancellation))
        {
            last = page;
            queries.Add(page.Executed);
            foreach (var record in page.Records) builder.Add(record);
            if (queries.Count == 1 && page.Next is not null) yield return new Answer<SessionTimeline>(builder.Build(), queries.ToImmutable());
        }
        yield return new Answer<SessionTimeline>(builder.Build(), queries.ToImmutable(), CutShort(last));
    }

    /// <summary>Ids of the sessions that go on from this one, oldest first; usually one or none.</summary>
    public async Task<Answer<ImmutableArray<string>>> ReadNextAsync(ViewerScope viewer, string app, string sessionId, TimeRange range, CancellationToken cancellation)
    {
        var scope = FaroScopes.OfApp(viewer, loki.Labels, app);
        var request = new LogRequest(FaroQueries.NextSessionLines(scope, LineParser.Mixed, sessionId), range.Widen(TimeSpan.Zero, SessionListReader.LongestSession))
        {
            Direction = LogDirection.Forward,
            PageSize = NextLines,
        };
        var page = await loki.ReadPageAsync(request, cancellation);
        var ids = page.Records.Where(r => r.Meta.PreviousSessionId == sessionId).Select(r => r.Meta.SessionId).OfType<string>().Distinct(StringComparer.Ordinal);
        return new Answer<ImmutableArray<string>>([.. ids], [page.Executed]);
    }

    private static string? CutShort(LogPage? last) => last switch
    {
        { Interruption: { } interruption } => $"Loki's answer broke off: {interruption.Message} What had arrived is shown.",
        { Next: not null } => string.Create(CultureInfo.InvariantCulture, $"The first {MostLines:N0} lines are shown; the session has more."),
        { Completeness: Completeness.Cut } => "More lines share one instant than Loki hands out at once; some are missing.",
        _ => null,
    };
}
