using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using RumPortal.Domain.Querying;
using RumPortal.Domain.Traces.Propagation;
using RumPortal.Portal.Components.Filters;
using RumPortal.Portal.Features.Propagation;

namespace RumPortal.Portal.Api;

/// <summary>The twin of <c>/propagation</c>.</summary>
internal static class PropagationApi
{
    public static void MapPropagation(this IEndpointRouteBuilder api) =>
        api.MapGet("/propagation", ReadAsync).WithSummary("Where the traces of browsers' requests break, why, and how to mend it.")
            .WithDescription("Without `app` all apps that the caller may see. `by=version` parts the routes by the app's version. With `since`, an instant within the range, " +
                "only requests from then on are judged, and `recheck` compares them with those before. Of `filter` only `app_version` can be answered: spans hold nothing else.");

    private static async Task<Ok<PropagationDocument>> ReadAsync(
        HttpContext context, PropagationReader reader, TimeProvider time,
        string? app, string? environment, string? version, string? from, string? to, [FromQuery] string[]? filter,
        string? by, string? since, CancellationToken cancellation)
    {
        var faults = new List<string>();
        if (by is not (null or "" or "route" or "version")) faults.Add("by must be route or version.");
        var moment = Moment(since, time, faults);
        faults.AddRange(FaultsOf(context.Request));
        var asked = ApiQuestion.Of(context.Request, time, faults);
        var range = asked.Range.InWholeMinutes();
        if (moment is { } instant && !range.Contains(instant)) throw new ApiFaultException(["since must lie between from and to."]);
        var question = new PropagationQuestion(range, asked.Filter.App, asked.Filter.Environment, [.. asked.Filter.Versions]);
        var answer = await reader.ReadAsync(PortalApi.Viewer(context), question, cancellation);
        var grouping = by == "version" ? RequestGrouping.RouteAndVersion : RequestGrouping.Route;
        return TypedResults.Ok(PropagationDocument.Of(answer, question.App, grouping, moment));
    }

    private static DateTimeOffset? Moment(string? text, TimeProvider time, List<string> faults)
    {
        if (string.IsNullOrEmpty(text)) return null;
        if (TimeExpression.TryParse(text, out var expression)) return expression.Resolve(time.GetUtcNow());
        faults.Add($"since: '{QueryReader.Shorten(text)}' is no time. Use now-6h or 2026-11-23T09:00:00Z.");
        return null;
    }

    private static IEnumerable<string> FaultsOf(HttpRequest request) => ViewFilter.Parse(new QueryReader(request.QueryString.Value)).Filters
        .Where(filter => filter is not { Key: ViewFilter.VersionKey, Operator: FilterOperator.Is })
        .Select(filter => $"filter: spans cannot be filtered by {filter}; only app_version:<version> can be answered here.");
}
