using System.Collections.Concurrent;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace RumPortal.IntegrationTests.Portal.Hosting;

/// <summary>An OTLP/HTTP collector on the loopback that keeps what it is sent.</summary>
internal sealed class OtlpCollector : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ConcurrentQueue<(string Signal, string? ContentType, string Text)> _exports = new();

    private OtlpCollector(WebApplication app) => _app = app;

    public Uri Url => new(_app.Urls.Single());

    public IReadOnlyList<string?> ContentTypes => [.. _exports.Select(export => export.ContentType).Distinct()];

    public static async Task<OtlpCollector> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var collector = new OtlpCollector(builder.Build());
        collector._app.MapPost("/v1/{signal}", collector.KeepAsync);
        await collector._app.StartAsync();
        return collector;
    }

    /// <summary>Everything of a signal in one text: the strings of a protobuf message stand in it as they are.</summary>
    /// <param name="signal">traces, metrics or logs.</param>
    public string Sent(string signal) => string.Concat(_exports.Where(export => export.Signal == signal).Select(export => export.Text));

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
    }

    private async Task KeepAsync(HttpContext context, string signal)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body, context.RequestAborted);
        _exports.Enqueue((signal, context.Request.ContentType, Encoding.UTF8.GetString(body.ToArray())));
        // An empty message says that everything was taken.
        context.Response.ContentType = "application/x-protobuf";
    }
}
