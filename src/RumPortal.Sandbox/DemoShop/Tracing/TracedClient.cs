using System.Diagnostics;
using System.Globalization;

namespace RumPortal.Sandbox.DemoShop.Tracing;

/// <summary>Calls of one demo service to another: a client span each, whose context goes along.</summary>
internal sealed class TracedClient(HttpClient http, ServiceTracing tracing)
{
    /// <exception cref="HttpRequestException">The other service does not answer.</exception>
    public async Task<HttpResponseMessage> SendAsync(HttpMethod method, Uri url, HttpContent? body, CancellationToken cancellation)
    {
        using var span = tracing.Source.StartActivity(method.Method, ActivityKind.Client);
        span?.SetTag("http.request.method", method.Method);
        span?.SetTag("url.full", url.AbsoluteUri);
        span?.SetTag("server.address", url.Host);
        span?.SetTag("server.port", url.Port);
        using var request = new HttpRequestMessage(method, url) { Content = body };
        if (Activity.Current is { } current) W3CContext.Write(request.Headers, current.Context);
        var response = await http.SendAsync(request, cancellation);
        var status = (int)response.StatusCode;
        span?.SetTag("http.response.status_code", status);
        if (status < StatusCodes.Status400BadRequest) return response;
        span?.SetTag("error.type", status.ToString(CultureInfo.InvariantCulture));
        span?.SetStatus(ActivityStatusCode.Error);
        return response;
    }
}
