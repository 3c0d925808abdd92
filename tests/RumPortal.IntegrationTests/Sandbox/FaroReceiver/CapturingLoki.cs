using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace RumPortal.IntegrationTests.Sandbox.FaroReceiver;

/// <summary>A push endpoint that keeps what it is sent, and answers as told.</summary>
internal sealed class CapturingLoki : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ConcurrentQueue<(string Stream, long Nanoseconds, string Line)> _lines = new();
    private int _refusals;
    private int _refusalStatus;

    private CapturingLoki(WebApplication app) => _app = app;

    public Uri Url => new(_app.Urls.Single());

    public int Pushes { get; private set; }

    public IReadOnlyList<(string Stream, long Nanoseconds, string Line)> Lines => [.. _lines];

    public static async Task<CapturingLoki> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var loki = new CapturingLoki(builder.Build());
        loki._app.MapPost("/loki/api/v1/push", loki.PushAsync);
        await loki._app.StartAsync();
        return loki;
    }

    /// <summary>The next <paramref name="count"/> pushes are answered with <paramref name="status"/> and kept out.</summary>
    public void Refuse(int count, int status) => (_refusals, _refusalStatus) = (count, status);

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
    }

    private async Task<IResult> PushAsync(HttpRequest request)
    {
        Pushes++;
        if (_refusals-- > 0) return Results.Text("refused by the test", statusCode: _refusalStatus);
        using var body = await JsonDocument.ParseAsync(request.Body);
        foreach (var stream in body.RootElement.GetProperty("streams").EnumerateArray())
        foreach (var value in stream.GetProperty("values").EnumerateArray())
            _lines.Enqueue((stream.GetProperty("stream").GetRawText(), long.Parse(value[0].GetString()!, CultureInfo.InvariantCulture), value[1].GetString()!));
        return Results.NoContent();
    }
}
