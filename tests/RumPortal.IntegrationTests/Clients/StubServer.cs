using System.Collections.Concurrent;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace RumPortal.IntegrationTests.Clients;

/// <summary>A backend on a free port of the loopback that answers as a test tells it to, and remembers what it was asked.</summary>
internal sealed class StubServer : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ConcurrentQueue<StubRequest> _requests = new();

    private StubServer(Func<HttpContext, Task> answer)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(options =>
        {
            options.Listen(IPAddress.Loopback, 0);
            options.Limits.MinResponseDataRate = null;
        });
        _app = builder.Build();
        _app.Run(async context =>
        {
            var form = context.Request.HasFormContentType ? await context.Request.ReadFormAsync() : null;
            var parameters = form?.ToDictionary(pair => pair.Key, pair => pair.Value.ToString()) ?? context.Request.Query.ToDictionary(pair => pair.Key, pair => pair.Value.ToString());
            var headers = context.Request.Headers.ToDictionary(pair => pair.Key, pair => pair.Value.ToString(), StringComparer.OrdinalIgnoreCase);
            _requests.Enqueue(new StubRequest(context.Request.Method, context.Request.Path, parameters, headers));
            await answer(context);
        });
    }

    public Uri Url => new(_app.Urls.Single());

    public IReadOnlyList<StubRequest> Requests => [.. _requests];

    public static async Task<StubServer> StartAsync(Func<HttpContext, Task> answer)
    {
        var server = new StubServer(answer);
        await server._app.StartAsync();
        return server;
    }

    /// <summary>One that always answers with this.</summary>
    public static Task<StubServer> StartAsync(int status, string body, string contentType = "application/json; charset=UTF-8") => StartAsync(context =>
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = contentType;
        return context.Response.WriteAsync(body);
    });

    public async ValueTask DisposeAsync()
    {
        using var soon = new CancellationTokenSource(TimeSpan.FromSeconds(1));
        await _app.StopAsync(soon.Token);
        await _app.DisposeAsync();
    }
}

internal sealed record StubRequest(string Method, string Path, IReadOnlyDictionary<string, string> Parameters, IReadOnlyDictionary<string, string> Headers);
