using System.Collections.Immutable;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using RumPortal.Clients.Http;
using RumPortal.Clients.Loki;
using RumPortal.Domain.Apps;
using RumPortal.Domain.Faro;
using RumPortal.Domain.Querying;
using RumPortal.Domain.Sessions;
using RumPortal.Portal.Features.Sessions;

namespace RumPortal.Portal.Api;

/// <summary><c>GET sessions</c> and <c>GET sessions/{app}/{id}</c></summary>
internal static class SessionsApi
{
    private const int DefaultLimit = 25;

    public static void MapSessions(this IEndpointRouteBuilder api)
    {
        api.MapGet("/sessions", ListAsync).WithSummary("Sessions, newest first.")
            .WithDescription("`from` and `to` are ISO 8601 or like `now-6h`. `user` is text in the visitor's id, name or mail address; `userId` a whole id. `filter` repeats: `key:value`, `!key:value` (is not), `~key:value` (contains).");
        api.MapGet("/sessions/{app}/{id}", ReadAsync).WithSummary("One session with its events in order.")
            .WithDescription("The session is searched four hours around the range. `include=line` adds the raw lines.");
    }

    private static async Task<Ok<ListDocument<SessionItem>>> ListAsync(
        HttpContext context, SessionListReader lists, SessionCounterReader counters, TimeProvider time,
        string? app, string? environment, string? version, string? user, string? userId, string? from, string? to, [FromQuery] string[]? filter, string? limit, string? cursor,
        CancellationToken cancellation)
    {
        var faults = new List<string>();
        var most = ApiQuestion.Number("limit", limit, DefaultLimit, 1, SessionListReader.MostSessions, faults);
        if (user is { Length: > SessionListState.LongestUser }) faults.Add("user is longer than any user's name.");
        if (!string.IsNullOrEmpty(userId) && !MetadataFilter.TryParse($"{FaroFields.UserId}:{userId}", out _, out var fault)) faults.Add(fault);
        PageCursor? after = null;
        if (!string.IsNullOrEmpty(cursor) && !PageCursor.TryParse(cursor, out after)) faults.Add("cursor is not one that this API gave out.");
        var asked = ApiQuestion.Of(context.Request, time, faults);
        var viewer = PortalApi.Viewer(context);
        var question = new SessionQuestion(
            asked.Range, asked.Filter.App, asked.Filter.Environment, asked.Filter.Filters,
            string.IsNullOrWhiteSpace(user) ? null : user.Trim(), string.IsNullOrEmpty(userId) ? null : userId);
        var answer = await lists.ReadAsync(viewer, question, after, most, cancellation);
        var (rows, counted) = await CountAsync(viewer, counters, answer.Value.Sessions, cancellation);
        return TypedResults.Ok(new ListDocument<SessionItem>([.. rows.Select(row => SessionItem.Of(row, viewer))], answer.Value.Next?.ToString(), answer.IsComplete && counted));
    }

    private static async Task<Results<Ok<SessionDocument>, ProblemHttpResult>> ReadAsync(
        HttpContext context, SessionTimelineReader timelines, TimeProvider time, string app, string id, string? from, string? to, string? include, CancellationToken cancellation)
    {
        var asked = ApiQuestion.Of(context.Request, time);
        var viewer = PortalApi.Viewer(context);
        Answer<SessionTimeline>? last = null;
        await foreach (var answer in timelines.ReadAsync(viewer, app, id, asked.Range, cancellation)) last = answer;
        if (last is null || last.Value.Events.IsEmpty)
            return TypedResults.Problem(statusCode: StatusCodes.Status404NotFound, title: "No such session.", detail: "No line of it was found within four hours of the range; widen from and to.");
        var events = last.Value.Events.Select(happened => EventDocument.Of(happened, viewer, include == "line"));
        return TypedResults.Ok(new SessionDocument(SessionHead.Of(last.Value, app, viewer), [.. events], last.IsComplete));
    }

    // Without counters a list still says which sessions there were.
    private static async Task<(ImmutableArray<SessionRow> Rows, bool Counted)> CountAsync(
        ViewerScope viewer, SessionCounterReader counters, ImmutableArray<SessionRow> rows, CancellationToken cancellation)
    {
        var counted = ImmutableArray.CreateBuilder<SessionRow>(rows.Length);
        try
        {
            foreach (var some in rows.Chunk(SessionCounterReader.MostSessions)) counted.AddRange((await counters.ReadAsync(viewer, some, cancellation)).Value);
            return (counted.ToImmutable(), true);
        }
        catch (BackendException)
        {
            counted.AddRange(rows.Skip(counted.Count));
            return (counted.ToImmutable(), false);
        }
    }
}
