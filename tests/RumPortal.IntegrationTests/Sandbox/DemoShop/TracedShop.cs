using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using RumPortal.Sandbox.DemoShop;
using RumPortal.Sandbox.Hosting;

namespace RumPortal.IntegrationTests.Sandbox.DemoShop;

/// <summary>A sandbox with the shop, and a client that sends the headers that a test says and no others.</summary>
public abstract class TracedShop(SandboxOptions options) : IAsyncLifetime
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private SandboxHost? _sandbox;

    public HttpClient Http { get; } = new(new SocketsHttpHandler { ActivityHeadersPropagator = null });

    public SandboxUrls Urls => _sandbox!.Urls;

    public ShopOrigins Origins => Urls.ShopOrigins!;

    public async ValueTask InitializeAsync() => _sandbox = await SandboxHost.StartAsync(options, cancellation: TestContext.Current.CancellationToken);

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        if (_sandbox is not null) await _sandbox.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    /// <summary>Calls as a browser in a trace of its own would.</summary>
    public async Task<ShopAnswer> CallAsync(Uri origin, string path, bool withTraceparent = true, HttpMethod? method = null, object? body = null)
    {
        var (traceId, spanId) = (ActivityTraceId.CreateRandom().ToHexString(), ActivitySpanId.CreateRandom().ToHexString());
        using var request = new HttpRequestMessage(method ?? HttpMethod.Get, new Uri(origin, path)) { Content = body is null ? null : JsonContent.Create(body) };
        if (withTraceparent) request.Headers.Add("traceparent", $"00-{traceId}-{spanId}-01");
        using var response = await Http.SendAsync(request, TestContext.Current.CancellationToken);
        var timing = response.Headers.TryGetValues("Server-Timing", out var values) ? values.Single() : null;
        return new ShopAnswer(response.StatusCode, traceId, spanId, timing?.Split('-')[1], await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    /// <summary>Reads a trace from Tempo until it is as a test expects, or patience ends.</summary>
    internal async Task<IReadOnlyList<StoredSpan>> TraceAsync(string id, Func<IReadOnlyList<StoredSpan>, bool> isWhole)
    {
        var (started, spans) = (Stopwatch.GetTimestamp(), await ReadTraceAsync(id));
        while (!isWhole(spans) && Stopwatch.GetElapsedTime(started) < Patience)
        {
            await Task.Delay(50, TestContext.Current.CancellationToken);
            spans = await ReadTraceAsync(id);
        }

        return spans;
    }

    internal Task<IReadOnlyList<StoredSpan>> TraceAsync(string id, int spans) => TraceAsync(id, found => found.Count >= spans);

    internal async Task<IReadOnlyList<StoredSpan>> ReadTraceAsync(string id)
    {
        using var response = await Http.GetAsync(new Uri(Urls.Tempo, $"/api/traces/{id}"), TestContext.Current.CancellationToken);
        if (response.StatusCode == HttpStatusCode.NotFound) return [];
        response.EnsureSuccessStatusCode();
        return StoredSpan.ReadTrace(await response.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken));
    }

    /// <summary>The id of a trace that a TraceQL query finds; waits until there is one.</summary>
    public async Task<string> FindAsync(string query)
    {
        var url = new Uri(Urls.Tempo, $"/api/search?q={Uri.EscapeDataString(query)}");
        for (var started = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(started) < Patience;)
        {
            var answer = await Http.GetFromJsonAsync<JsonElement>(url, TestContext.Current.CancellationToken);
            if (answer.TryGetProperty("traces", out var traces) && traces.GetArrayLength() > 0)
                return traces[0].GetProperty("traceID").GetString()!.PadLeft(32, '0');
            await Task.Delay(50, TestContext.Current.CancellationToken);
        }

        throw new TimeoutException($"No trace matches {query}.");
    }
}
