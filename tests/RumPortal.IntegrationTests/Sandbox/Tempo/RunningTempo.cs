using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Microsoft.Extensions.Logging.Abstractions;
using RumPortal.Sandbox.Hosting;
using RumPortal.Sandbox.Http;
using RumPortal.Sandbox.Otlp.Http;
using RumPortal.Sandbox.Tempo;
using RumPortal.Sandbox.Tempo.Api;

namespace RumPortal.IntegrationTests.Sandbox.Tempo;

/// <summary>An empty Tempo with limits of the test's choice: its queries on one free port, OTLP on another.</summary>
internal sealed class RunningTempo : IAsyncDisposable
{
    private readonly LoopbackServer _queries;
    private readonly LoopbackServer _otlp;

    private RunningTempo(TempoBackend backend, LoopbackServer queries, LoopbackServer otlp)
    {
        (Backend, _queries, _otlp) = (backend, queries, otlp);
        Client = new HttpClient(new SocketsHttpHandler { AutomaticDecompression = DecompressionMethods.GZip }) { BaseAddress = queries.Url };
    }

    public TempoBackend Backend { get; }

    public Uri Otlp => _otlp.Url;

    public HttpClient Client { get; }

    public static async Task<RunningTempo> StartAsync(TempoOptions? options = null)
    {
        var backend = new TempoBackend(options);
        var queries = await StartAsync(app => app.MapTempoApi(backend));
        return new(backend, queries, await StartAsync(app => app.MapOtlpApi(backend)));
    }

    public async Task<(HttpStatusCode Status, string Text)> GetAsync(string url)
    {
        using var response = await Client.GetAsync(url, TestContext.Current.CancellationToken);
        return (response.StatusCode, await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    public Task<(HttpStatusCode Status, string? Type, byte[] Body)> PushAsync(string json) => PushAsync(Encoding.UTF8.GetBytes(json), "application/json");

    public async Task<(HttpStatusCode Status, string? Type, byte[] Body)> PushAsync(byte[] body, string type, string? encoding = null)
    {
        using var content = new ByteArrayContent(body);
        content.Headers.ContentType = new MediaTypeHeaderValue(type);
        if (encoding is not null) content.Headers.ContentEncoding.Add(encoding);
        using var response = await Client.PostAsync(new Uri(Otlp, "/v1/traces"), content, TestContext.Current.CancellationToken);
        return (response.StatusCode, response.Content.Headers.ContentType?.ToString(), await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _queries.DisposeAsync();
        await _otlp.DisposeAsync();
    }

    private static Task<LoopbackServer> StartAsync(Action<Microsoft.AspNetCore.Builder.WebApplication> map)
    {
        var app = new LoopbackApp { Port = new ListenPort("--port", 0), Limits = QueryServerLimits.Apply, Map = map };
        return LoopbackServer.StartAsync(app, NullLoggerFactory.Instance, TestContext.Current.CancellationToken);
    }
}
