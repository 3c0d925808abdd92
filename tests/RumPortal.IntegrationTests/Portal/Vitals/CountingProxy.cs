using Microsoft.AspNetCore.Http;
using RumPortal.IntegrationTests.Clients;

namespace RumPortal.IntegrationTests.Portal.Vitals;

/// <summary>Stands before a backend, passes everything on and counts it.</summary>
internal sealed class CountingProxy : IAsyncDisposable
{
    private readonly HttpClient _http;
    private readonly StubServer _server;

    private CountingProxy(HttpClient http, StubServer server) => (_http, _server) = (http, server);

    public Uri Url => _server.Url;

    public int Requests => _server.Requests.Count;

    public static async Task<CountingProxy> StartAsync(Uri backend)
    {
        var http = new HttpClient(new SocketsHttpHandler()) { BaseAddress = backend };
        return new CountingProxy(http, await StubServer.StartAsync(context => PassAsync(http, context)));
    }

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        _http.Dispose();
    }

    private static async Task PassAsync(HttpClient http, HttpContext context)
    {
        using var request = new HttpRequestMessage(new HttpMethod(context.Request.Method), context.Request.Path + context.Request.QueryString);
        if (context.Request.HasFormContentType)
            request.Content = new FormUrlEncodedContent((await context.Request.ReadFormAsync()).SelectMany(pair => pair.Value.Select(value => KeyValuePair.Create(pair.Key, value ?? ""))));
        using var response = await http.SendAsync(request, context.RequestAborted);
        context.Response.StatusCode = (int)response.StatusCode;
        context.Response.ContentType = response.Content.Headers.ContentType?.ToString();
        await response.Content.CopyToAsync(context.Response.Body, context.RequestAborted);
    }
}
