using System.Net;

namespace RumPortal.Portal.Auth;

/// <summary>
/// Keeps the development sign-in for the developer alone: it refuses requests from another machine, through a proxy, under another host
/// name (DNS rebinding) and on behalf of another site's page.
/// </summary>
public static class DevelopmentRequestGuard
{
    private static readonly string[] ForwardedHeaders =
        ["Forwarded", "X-Forwarded-For", "X-Forwarded-Host", "X-Forwarded-Proto", "X-Forwarded-Prefix", "X-Original-URL", "X-Original-Host", "X-Real-IP", "Via"];

    /// <summary>Why the request is refused, or null.</summary>
    public static string? FaultOf(HttpContext context)
    {
        var request = context.Request;
        if (context.Connection.RemoteIpAddress is { } remote && !IPAddress.IsLoopback(remote)) return "it does not come from this machine";
        if (ForwardedHeaders.FirstOrDefault(request.Headers.ContainsKey) is { } header) return $"it carries the header {header}, so it came through a proxy";
        if (!IsLocalHost(request.Host.Host)) return $"its Host is '{request.Host.Host}', not localhost, 127.0.0.1 or [::1]";
        if (request.Headers.Origin.ToString() is { Length: > 0 } origin && origin != $"{request.Scheme}://{request.Host}") return $"its Origin is '{origin}'";
        return request.Headers["Sec-Fetch-Site"].ToString() is var site and ("cross-site" or "same-site") ? $"it was made by another site's page (Sec-Fetch-Site: {site})" : null;
    }

    /// <summary>Answers refused requests with 403 and the reason.</summary>
    public static IApplicationBuilder UseDevelopmentRequestGuard(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        if (FaultOf(context) is not { } fault) return next(context);
        context.Response.StatusCode = StatusCodes.Status403Forbidden;
        context.Response.ContentType = "text/plain; charset=utf-8";
        return context.Response.WriteAsync($"The development sign-in refuses this request: {fault}.", context.RequestAborted);
    });

    public static bool IsLocalHost(string host) => host is "127.0.0.1" or "[::1]" or "::1" || host.Equals("localhost", StringComparison.OrdinalIgnoreCase);
}
