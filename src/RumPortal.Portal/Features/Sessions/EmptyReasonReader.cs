using System.Collections.Immutable;
using RumPortal.Clients.Loki;
using RumPortal.Clients.Loki.LogQl;
using RumPortal.Domain.Apps;
using RumPortal.Domain.Querying;

namespace RumPortal.Portal.Features.Sessions;

/// <summary>Finds out why a list of sessions is empty, by asking for less and less; each question is for one line.</summary>
public sealed class EmptyReasonReader(LokiClient loki)
{
    private static readonly TimeSpan LookBack = TimeSpan.FromDays(30);

    /// <exception cref="Clients.Http.BackendException">There is no usable answer.</exception>
    public async Task<Answer<EmptyReason>> ReadAsync(ViewerScope viewer, SessionQuestion question, CancellationToken cancellation)
    {
        var queries = ImmutableArray.CreateBuilder<ExecutedQuery>();
        if (FaroScopes.Of(viewer, loki.Labels, question.App, question.Environment) is not { } scope) return new Answer<EmptyReason>(new EmptyReason.NothingInRange(null), []);
        async Task<DateTimeOffset?> NewestAsync(LogQuery query, TimeRange range)
        {
            var page = await loki.ReadPageAsync(new LogRequest(query, range) { PageSize = 1 }, cancellation);
            queries.Add(page.Executed);
            return page.Records.Count == 0 ? null : page.Records[0].ArrivalTime;
        }
        var anyLine = FaroQueries.LatestLines(scope);
        EmptyReason reason = await NewestAsync(anyLine, question.Range) is null
            ? new EmptyReason.NothingInRange(await NewestAsync(anyLine, new TimeRange(question.Range.From - LookBack, question.Range.From)))
            : await NewestAsync(FaroQueries.LinesWithSession(scope), question.Range) is null ? new EmptyReason.NoSessionIds()
            : new EmptyReason.FilterRemovesAll();
        return new Answer<EmptyReason>(reason, queries.ToImmutable());
    }
}
