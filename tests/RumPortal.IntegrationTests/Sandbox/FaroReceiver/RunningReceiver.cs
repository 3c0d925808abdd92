using System.Net.Http.Headers;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Logging;
using RumPortal.Sandbox.FaroReceiver;
using RumPortal.Sandbox.FaroReceiver.Http;

namespace RumPortal.IntegrationTests.Sandbox.FaroReceiver;

/// <summary>A receiver on a free port in front of a <see cref="CapturingLoki"/>.</summary>
internal sealed class RunningReceiver : IAsyncDisposable
{
    private readonly WebApplication _app;

    private RunningReceiver(WebApplication app, Receiver receiver, CapturingLoki loki)
    {
        (_app, Receiver, Loki) = (app, receiver, loki);
        Http = new HttpClient(new SocketsHttpHandler()) { BaseAddress = new Uri(app.Urls.Single()) };
    }

    public Receiver Receiver { get; }

    public CapturingLoki Loki { get; }

    public HttpClient Http { get; }

    public static async Task<RunningReceiver> StartAsync(
        Func<FaroReceiverOptions, FaroReceiverOptions>? configure = null, TimeProvider? time = null)
    {
        var loki = await CapturingLoki.StartAsync();
        var options = new FaroReceiverOptions { LokiUrl = loki.Url, BatchDelay = TimeSpan.FromMilliseconds(5) };
        var receiver = new Receiver(configure?.Invoke(options) ?? options, time ?? TimeProvider.System);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        app.MapFaroReceiver(receiver);
        await app.StartAsync();
        return new RunningReceiver(app, receiver, loki);
    }

    public Task<HttpResponseMessage> CollectAsync(string body, params (string Name, string Value)[] headers) =>
        CollectAsync(new ByteArrayContent(Encoding.UTF8.GetBytes(body)), headers);

    public async Task<HttpResponseMessage> CollectAsync(HttpContent body, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/collect") { Content = body };
        body.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        foreach (var (name, value) in headers)
            if (!request.Headers.TryAddWithoutValidation(name, value)) body.Headers.TryAddWithoutValidation(name, value);
        return await Http.SendAsync(request, TestContext.Current.CancellationToken);
    }

    public async Task<HttpResponseMessage> PreflightAsync(string origin, string headers, string method = "POST")
    {
        using var request = new HttpRequestMessage(HttpMethod.Options, "/collect");
        request.Headers.TryAddWithoutValidation("Origin", origin);
        request.Headers.TryAddWithoutValidation("Access-Control-Request-Method", method);
        if (headers.Length > 0) request.Headers.TryAddWithoutValidation("Access-Control-Request-Headers", headers);
        return await Http.SendAsync(request, TestContext.Current.CancellationToken);
    }

    public async Task<string> MetricsAsync() => await Http.GetStringAsync("/metrics", TestContext.Current.CancellationToken);

    public async Task<IReadOnlyList<(string Stream, long Nanoseconds, string Line)>> StoredAsync()
    {
        await Receiver.FlushAsync(TestContext.Current.CancellationToken);
        return Loki.Lines;
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await _app.StopAsync();
        await _app.DisposeAsync();
        await Receiver.DisposeAsync();
        await Loki.DisposeAsync();
    }
}
