using System.Diagnostics;
using System.Globalization;

namespace RumPortal.Sandbox.DemoShop.Tracing;

/// <summary>What a server says of a request, by OpenTelemetry's conventions for HTTP.</summary>
internal static class ServerSpan
{
    /// <summary>
    /// Names the span in the answer, <c>Server-Timing: traceparent;desc="00-&lt;trace&gt;-&lt;span&gt;-01"</c>: the only way in which a browser
    /// learns the trace of a document that it loaded.
    /// </summary>
    public static void Announce(Activity span, HttpResponse response) =>
        response.Headers["Server-Timing"] = $"traceparent;desc=\"{W3CContext.Text(span.Context)}\"";

    /// <summary>Describes a request that was answered.</summary>
    public static void Describe(Activity span, HttpContext context)
    {
        var (request, status) = (context.Request, context.Response.StatusCode);
        if (context.GetEndpoint() is RouteEndpoint { RoutePattern.RawText: { } route })
        {
            span.DisplayName = $"{request.Method} {route}";
            span.SetTag("http.route", route);
        }

        span.SetTag("http.request.method", request.Method);
        span.SetTag("url.scheme", request.Scheme);
        span.SetTag("url.path", request.Path.Value);
        span.SetTag("server.address", request.Host.Host);
        span.SetTag("server.port", request.Host.Port);
        span.SetTag("http.response.status_code", status);
        if (status < StatusCodes.Status500InternalServerError) return;
        span.SetTag("error.type", status.ToString(CultureInfo.InvariantCulture));
        span.SetStatus(ActivityStatusCode.Error);
    }
}
