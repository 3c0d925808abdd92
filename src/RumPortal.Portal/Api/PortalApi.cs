using System.Text.Json;
using RumPortal.Domain.Apps;
using RumPortal.Portal.Auth;

namespace RumPortal.Portal.Api;

/// <summary>The JSON API: every page has a twin below <see cref="Prefix"/>.</summary>
public static class PortalApi
{
    public const string Prefix = "/api/v1";

    public static void AddPortalApi(this IServiceCollection services)
    {
        services.AddOpenApi("v1");
        services.AddExceptionHandler<ApiProblems>();
        services.ConfigureHttpJsonOptions(json => json.SerializerOptions.PropertyNamingPolicy = JsonNamingPolicy.CamelCase);
    }

    public static void MapPortalApi(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapOpenApi();
        var api = endpoints.MapGroup(Prefix).AddEndpointFilter(async (context, next) =>
        {
            // Answers hold what visitors did.
            context.HttpContext.Response.Headers.CacheControl = "no-store";
            return await next(context);
        });
        api.MapApps();
        api.MapVitals();
        api.MapSessions();
        api.MapPropagation();
        api.MapTraces();
        api.MapTrace();
        api.MapFallback("{**path}", () => TypedResults.Problem(statusCode: StatusCodes.Status404NotFound, title: "There is no such resource."));
    }

    /// <summary>Whose eyes the call is for.</summary>
    internal static ViewerScope Viewer(HttpContext context) => context.RequestServices.GetRequiredService<ViewerScopes>().Of(context.User);
}
