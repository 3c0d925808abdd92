using System.Diagnostics;
using Microsoft.AspNetCore.Http.Features;

namespace RumPortal.Portal.Telemetry;

/// <summary>
/// Names the span of each request by its route and gives it its outcome, which ASP.NET Core 10 leaves to an instrumentation package. The
/// path makes room for the route: it may hold the id of a visitor.
/// </summary>
public static class RequestSpans
{
    public static IApplicationBuilder UseRequestSpans(this IApplicationBuilder app) => app.Use(async (context, next) =>
    {
        // Before the rest: an exception handler forgets the endpoint.
        var route = (context.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText;
        try
        {
            await next(context);
        }
        finally
        {
            if (context.Features.Get<IHttpActivityFeature>()?.Activity is { IsAllDataRequested: true } span) Describe(span, context, route);
        }
    });

    private static void Describe(Activity span, HttpContext context, string? route)
    {
        span.SetTag("url.path", null);
        span.SetTag("http.response.status_code", context.Response.StatusCode);
        if (context.Response.StatusCode >= StatusCodes.Status500InternalServerError) span.SetStatus(ActivityStatusCode.Error);
        if (route is null) return;
        span.DisplayName = $"{context.Request.Method} /{route.TrimStart('/')}";
        span.SetTag("http.route", $"/{route.TrimStart('/')}");
    }
}
