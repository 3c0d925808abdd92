using System.Globalization;
using Microsoft.AspNetCore.Http.HttpResults;
using RumPortal.Domain.Traces;
using RumPortal.Domain.Traces.Waterfall;
using RumPortal.Portal.Features.Traces;

namespace RumPortal.Portal.Api;

/// <summary><c>GET traces/{id}</c>, and the same trace in the form that its page draws.</summary>
internal static class TraceApi
{
    public static void MapTrace(this IEndpointRouteBuilder api)
    {
        api.MapGet("/traces/{id}", ReadAsync).WithSummary("One trace with its spans in the order of a waterfall.")
            .WithDescription("`id` is hex, up to 32 digits. `at` is an instant of the trace (ISO 8601), which makes looking for it cheaper. `clock=raw` keeps the senders' times. A trace without spans of any app is seen by approvers, and by others when a line of an own app names it.");
        api.MapGet("/traces/{id}/waterfall", DrawAsync).WithSummary("One trace as lists of numbers, without attributes: what its page draws.");
    }

    private static async Task<Results<Ok<TraceDocument>, ProblemHttpResult>> ReadAsync(
        HttpContext context, TraceReader traces, string id, string? at, string? clock, CancellationToken cancellation)
    {
        var (trace, moment, times) = Asked(id, at, clock);
        var viewer = PortalApi.Viewer(context);
        var answer = await traces.ReadAsync(viewer, trace, moment, cancellation);
        if (answer.Value is not { } opened) return NotFound();
        return TypedResults.Ok(TraceDocument.Of(opened.Tree(times), viewer, answer.IsComplete, string.Join('\n', answer.Queries.Select(query => query.Text))));
    }

    private static async Task<Results<CompressedJson<WaterfallDocument>, ProblemHttpResult>> DrawAsync(
        HttpContext context, TraceReader traces, string id, string? at, string? clock, CancellationToken cancellation)
    {
        var (trace, moment, times) = Asked(id, at, clock);
        var answer = await traces.ReadAsync(PortalApi.Viewer(context), trace, moment, cancellation);
        if (answer.Value is not { } opened) return NotFound();
        return new CompressedJson<WaterfallDocument>(WaterfallDocument.Of(opened.Tree(times), answer.IsComplete));
    }

    private static (TraceId Trace, DateTimeOffset? At, TraceClock Clock) Asked(string id, string? at, string? clock)
    {
        var faults = new List<string>();
        if (!TraceId.TryParse(id, out var trace, out var fault)) faults.Add(fault);
        DateTimeOffset? moment = null;
        if (!string.IsNullOrEmpty(at))
        {
            if (DateTimeOffset.TryParse(at, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant)) moment = instant.ToUniversalTime();
            else faults.Add("at must be an instant such as 2026-11-23T09:01:12Z.");
        }
        if (clock is not (null or "" or "corrected" or "raw")) faults.Add("clock must be corrected or raw.");
        return faults.Count == 0 ? (trace, moment, clock == "raw" ? TraceClock.AsRecorded : TraceClock.Corrected) : throw new ApiFaultException([.. faults]);
    }

    private static ProblemHttpResult NotFound() =>
        TypedResults.Problem(statusCode: StatusCodes.Status404NotFound, title: "No such trace.", detail: TraceReader.NotFound);
}
