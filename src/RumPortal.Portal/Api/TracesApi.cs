using Microsoft.AspNetCore.Http.HttpResults;
using RumPortal.Clients.Http;
using RumPortal.Domain.Apps;
using RumPortal.Domain.Querying;
using RumPortal.Portal.Components.Filters;
using RumPortal.Portal.Features.Traces;

namespace RumPortal.Portal.Api;

/// <summary><c>GET traces</c></summary>
internal static class TracesApi
{
    public static void MapTraces(this IEndpointRouteBuilder api) =>
        api.MapGet("/traces", ListAsync).WithSummary("Traces, newest first.")
            .WithDescription("`from` and `to` are ISO 8601 or like `now-6h`. `service` is a whole name, `route` text in the called address or a span's name, `status` is error, ok or the status of a response, `min` and `max` are durations in milliseconds, `user` an id or name, `session` an id, `q` TraceQL that the traces must fulfil too.");

    private static async Task<Ok<ListDocument<TraceItem>>> ListAsync(
        HttpContext context, TraceSearchReader search, TimeProvider time,
        string? app, string? environment, string? version, string? from, string? to, string? service, string? route, string? status, string? min, string? max,
        string? user, string? session, string? q, string? cursor, CancellationToken cancellation)
    {
        var faults = new List<string>();
        var conditions = TraceConditions.Parse(new QueryReader(context.Request.QueryString.Value), faults);
        DateTimeOffset? before = null;
        if (!string.IsNullOrEmpty(cursor) && !TraceCursor.TryParse(cursor, out before)) faults.Add("cursor is not one that this API gave out.");
        var asked = ApiQuestion.Of(context.Request, time, faults);
        if (TraceSearchQuestion.Unusable(asked.Filter) is { } unusable) throw new ApiFaultException([unusable]);
        var viewer = PortalApi.Viewer(context);
        var answer = await ReadAsync(search, viewer, TraceSearchQuestion.Of(asked.Filter, asked.Range, conditions), before, cancellation);
        return TypedResults.Ok(new ListDocument<TraceItem>(
            [.. answer.Value.Traces.Select(row => TraceItem.Of(row, viewer))], TraceCursor.Of(answer.Value.Older), answer.IsComplete));
    }

    private static async Task<Answer<TraceList>> ReadAsync(
        TraceSearchReader search, ViewerScope viewer, TraceSearchQuestion question, DateTimeOffset? before, CancellationToken cancellation)
    {
        try
        {
            return await search.ReadAsync(viewer, question, before, cancellation);
        }
        catch (BackendException refused) when (refused.Fault == BackendFault.BadQuery && question.Conditions.TraceQl is not null)
        {
            // The caller's own query is at fault, not the backend.
            throw new ApiFaultException([$"{refused.Message} {refused.Detail}".Trim()]);
        }
    }
}
