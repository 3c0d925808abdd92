using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace RumPortal.Benchmarks;

/// <summary>
/// Answers queries for lines, newest first, with bodies that were made before: after the first run no time goes into making them.
/// </summary>
internal sealed class PageServer : IAsyncDisposable
{
    private readonly WebApplication _app;

    private PageServer(IReadOnlyList<string> lines)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(options => options.Listen(IPAddress.Loopback, 0));
        _app = builder.Build();
        var answers = new ConcurrentDictionary<(int First, int Count), byte[]>();
        _app.MapGet("/loki/api/v1/query_range", (HttpContext context, long end, int limit) =>
        {
            var last = (int)Math.Clamp((end - SampleLines.Start + 999_999) / 1_000_000, 0, lines.Count);
            var first = Math.Max(0, last - limit);
            var body = answers.GetOrAdd((first, last - first), page => SampleLines.Answer(lines, page.First, page.Count));
            context.Response.ContentType = "application/json; charset=UTF-8";
            context.Response.ContentLength = body.Length;
            return context.Response.Body.WriteAsync(body).AsTask();
        });
    }

    public string Url => _app.Urls.Single();

    public static async Task<PageServer> StartAsync(IReadOnlyList<string> lines)
    {
        var server = new PageServer(lines);
        await server._app.StartAsync();
        return server;
    }

    /// <summary>The address of a page that ends before a line, as a plain client would write it.</summary>
    public Uri Page(int end, int limit) =>
        new(string.Create(CultureInfo.InvariantCulture, $"{Url}/loki/api/v1/query_range?query=%7Bapp_name%3D%22shop-web%22%7D&start={SampleLines.Start}&end={SampleLines.TimeOf(end)}&limit={limit}&direction=backward"));

    public ValueTask DisposeAsync() => _app.DisposeAsync();
}
