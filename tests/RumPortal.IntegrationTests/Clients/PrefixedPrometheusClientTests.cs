using System.Net;
using Microsoft.AspNetCore.Http;

namespace RumPortal.IntegrationTests.Clients;

/// <summary>
/// The client against a server that is reached as Mimir is: below a prefix, only with a tenant, and without readiness there. Behind it is
/// Debian's Prometheus.
/// </summary>
[Collection(nameof(DebianPrometheus))]
public sealed class PrefixedPrometheusClientTests(DebianPrometheus prometheus) : PrometheusClientTests
{
    private readonly HttpClient _http = new(new SocketsHttpHandler());
    private StubServer? _proxy;

    protected override async Task<(Uri Url, string Tenant)> ServerAsync()
    {
        var target = prometheus.Url;
        _proxy = await StubServer.StartAsync(context => ForwardAsync(context, target));
        return (new Uri(_proxy.Url, "prometheus"), "team-a|team-b");
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        if (_proxy is not null) await _proxy.DisposeAsync();
        _http.Dispose();
        GC.SuppressFinalize(this);
    }

    private async Task ForwardAsync(HttpContext context, Uri target)
    {
        var isAllowed = context.Request.Headers["X-Scope-OrgID"] == "team-a|team-b";
        if (!isAllowed || !context.Request.Path.StartsWithSegments("/prometheus/api/v1", StringComparison.Ordinal, out var rest))
        {
            context.Response.StatusCode = isAllowed ? 404 : 401;
            await context.Response.WriteAsync(isAllowed ? "404 page not found" : "no org id");
            return;
        }
        using var request = new HttpRequestMessage(new HttpMethod(context.Request.Method), new Uri(target, $"/api/v1{rest}{context.Request.QueryString}"));
        if (context.Request.HasFormContentType)
            request.Content = new FormUrlEncodedContent(context.Request.Form.SelectMany(pair => pair.Value.Select(value => new KeyValuePair<string, string?>(pair.Key, value))));
        using var response = await _http.SendAsync(request, context.RequestAborted);
        (context.Response.StatusCode, context.Response.ContentType) = ((int)response.StatusCode, response.Content.Headers.ContentType?.ToString());
        if (response.StatusCode != HttpStatusCode.NoContent) await response.Content.CopyToAsync(context.Response.Body, context.RequestAborted);
    }
}
