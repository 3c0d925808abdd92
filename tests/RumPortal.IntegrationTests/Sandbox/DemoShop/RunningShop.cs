using System.Net;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Logging.Abstractions;
using RumPortal.Sandbox.DemoShop;
using RumPortal.Sandbox.Hosting;

namespace RumPortal.IntegrationTests.Sandbox.DemoShop;

/// <summary>The shop's hosts on free ports, with addresses of a collector and of an OTLP receiver that nobody listens on, shared by the tests of a class.</summary>
public sealed class RunningShop : IAsyncLifetime
{
    public static readonly Uri Collector = new("http://127.0.0.1:9/collect");

    private static readonly Uri Otlp = new("http://127.0.0.1:9");

    private DemoShopServers? _servers;

    public ShopOrigins Origins => _servers!.Origins;

    public HttpClient Pages { get; private set; } = new(new SocketsHttpHandler());

    public HttpClient Api { get; private set; } = new(new SocketsHttpHandler());

    public async ValueTask InitializeAsync()
    {
        var options = new SandboxOptions { ShopPort = 0, ShopApiPort = 0 };
        _servers = await DemoShopServers.StartAsync(options, Collector, Otlp, TimeProvider.System, NullLoggerFactory.Instance, CancellationToken.None);
        Pages.BaseAddress = _servers.Pages;
        Api.BaseAddress = _servers.Origins.Api;
    }

    public async ValueTask DisposeAsync()
    {
        Pages.Dispose();
        Api.Dispose();
        if (_servers is not null) await _servers.DisposeAsync();
    }

    public async Task<(HttpStatusCode Status, JsonElement Body)> PostAsync(string path, string json)
    {
        using var body = new StringContent(json, Encoding.UTF8, "application/json");
        using var response = await Api.PostAsync(path, body, TestContext.Current.CancellationToken);
        return await ReadAsync(response);
    }

    public async Task<(HttpStatusCode Status, JsonElement Body)> GetAsync(string path)
    {
        using var response = await Api.GetAsync(path, TestContext.Current.CancellationToken);
        return await ReadAsync(response);
    }

    public async Task<long> FinishedSpansAsync(string service)
    {
        var status = await Pages.GetStringAsync("/sandbox/status", TestContext.Current.CancellationToken);
        return JsonDocument.Parse(status).RootElement.GetProperty("finishedSpans").GetProperty(service).GetInt64();
    }

    private static async Task<(HttpStatusCode Status, JsonElement Body)> ReadAsync(HttpResponseMessage response)
    {
        var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        return (response.StatusCode, text.Length == 0 ? default : JsonDocument.Parse(text).RootElement);
    }
}
