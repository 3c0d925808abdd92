using Microsoft.AspNetCore.Http.HttpResults;
using RumPortal.Portal.Features.Apps;

namespace RumPortal.Portal.Api;

/// <summary><c>GET apps?environment&amp;from&amp;to</c></summary>
internal static class AppsApi
{
    public static void MapApps(this IEndpointRouteBuilder api) => api.MapGet("/apps", ListAsync).WithSummary("The apps that the caller may see, with their last sign of life.");

    private static async Task<Ok<ListDocument<AppDocument>>> ListAsync(
        HttpContext context, AppReader reader, TimeProvider time, string? environment, string? from, string? to, CancellationToken cancellation)
    {
        var question = ApiQuestion.Of(context.Request, time);
        var answer = await reader.ReadAsync(PortalApi.Viewer(context), question.Filter.Environment, question.Range, cancellation);
        return TypedResults.Ok(new ListDocument<AppDocument>([.. answer.Value.Select(AppDocument.Of)], null, answer.IsComplete));
    }
}
