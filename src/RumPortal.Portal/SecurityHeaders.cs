namespace RumPortal.Portal;

/// <summary>
/// Headers of every answer. The page may load from its own host only; telemetry is text of strangers, so no inline script runs. Inline
/// styles stay allowed: Radzen and the lanes of the timeline set positions that way.
/// </summary>
public static class SecurityHeaders
{
    public static IApplicationBuilder UseSecurityHeaders(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        // At the last moment: the exception handler begins its answer by removing the headers set so far.
        context.Response.OnStarting(() =>
        {
            Set(context.Response.Headers, context.Request);
            return Task.CompletedTask;
        });
        return next(context);
    });

    private static void Set(IHeaderDictionary headers, HttpRequest request)
    {
        headers.ContentSecurityPolicy = Policy(request);
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "same-origin";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=()";
    }

    private static string Policy(HttpRequest request)
    {
        var socket = $"{(request.IsHttps ? "wss" : "ws")}://{request.Host}";
        return "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self' data:; " +
            $"connect-src 'self' {socket}; object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'";
    }
}
