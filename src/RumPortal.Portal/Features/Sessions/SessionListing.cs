using System.Collections.Immutable;
using RumPortal.Clients.Loki;
using RumPortal.Domain.Apps;
using RumPortal.Domain.Querying;
using RumPortal.Domain.Sessions;
using RumPortal.Portal.Components.Panels;

namespace RumPortal.Portal.Features.Sessions;

/// <summary>
/// The sessions that a page has loaded so far: page after page of the list, and behind it the counters, a few sessions a query.
/// </summary>
public sealed class SessionListing(
    SessionListReader lists, SessionCounterReader counters, EmptyReasonReader reasons, SessionTrail trail,
    PanelRead<SessionList> list, PanelRead<ImmutableArray<SessionRow>> counting)
{
    private const int SessionsAPage = 25;

    private readonly List<SessionRow> _rows = [];
    private ViewerScope? _viewer;
    private SessionQuestion? _question;
    private PageCursor? _next;

    public IReadOnlyList<SessionRow> Rows => _rows;

    /// <summary>Whether the range holds sessions that are not loaded.</summary>
    public bool HasMore => _next is not null;

    public PanelRead<SessionList> List => list;

    public PanelRead<ImmutableArray<SessionRow>> Counting => counting;

    /// <summary>Forgets what was loaded and reads the first page.</summary>
    public Task StartAsync(ViewerScope viewer, SessionQuestion question)
    {
        (_viewer, _question, _next) = (viewer, question, null);
        _rows.Clear();
        return ReadAsync(viewer, question, null);
    }

    /// <summary>Reads the next page; without one it does nothing.</summary>
    public Task ReadMoreAsync() => _viewer is { } viewer && _question is { } question && _next is { } after ? ReadAsync(viewer, question, after) : Task.CompletedTask;

    /// <summary>Counts the loaded sessions that have no counters yet.</summary>
    public async Task CountAsync()
    {
        if (_viewer is not { } viewer) return;
        foreach (var some in _rows.Where(row => row.Counters is null).ToList().Chunk(SessionCounterReader.MostSessions))
        {
            await counting.StartAsync(async cancellation => Replace(await counters.ReadAsync(viewer, some, cancellation)));
            if (counting.Answer is null) return;
        }
    }

    private async Task ReadAsync(ViewerScope viewer, SessionQuestion question, PageCursor? after)
    {
        await list.StartAsync(async cancellation =>
        {
            var answer = await lists.ReadAsync(viewer, question, after, SessionsAPage, cancellation);
            // A newer question may have taken over while this one was read; its panel shows nothing of it.
            cancellation.ThrowIfCancellationRequested();
            Take(answer.Value);
            return await WithReasonAsync(answer, viewer, question, cancellation);
        }, keep: after is not null);
        if (ReferenceEquals(_question, question) && list.Failure is null) await CountAsync();
    }

    private void Take(SessionList page)
    {
        _rows.AddRange(page.Sessions.Where(row => _rows.All(known => known.Id != row.Id)));
        _next = page.Next;
        trail.Remember(_rows.Select(row => (row.App, row.Id)));
    }

    private Answer<ImmutableArray<SessionRow>> Replace(Answer<ImmutableArray<SessionRow>> counted)
    {
        foreach (var row in counted.Value)
            if (_rows.FindIndex(known => known.Id == row.Id) is >= 0 and var at) _rows[at] = row;
        return counted;
    }

    private async Task<Answer<SessionList>> WithReasonAsync(Answer<SessionList> answer, ViewerScope viewer, SessionQuestion question, CancellationToken cancellation)
    {
        if (!answer.Value.Sessions.IsEmpty || answer.Value.Next is not null || _rows.Count > 0) return answer;
        var reason = await reasons.ReadAsync(viewer, question, cancellation);
        return answer with { Value = answer.Value with { WhyEmpty = reason.Value }, Queries = answer.Queries.AddRange(reason.Queries) };
    }
}
