using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using RumPortal.Domain.Apps;
using RumPortal.IntegrationTests.Clients;
using RumPortal.Testing.Loki;
using RumPortal.Testing.Portals;
using RumPortal.Testing.Tempo;
using PushedLine = RumPortal.Testing.Loki.PushedLine;

namespace RumPortal.IntegrationTests.Portal.Traces;

/// <summary>A portal with a Loki and a store of traces that answers what a test puts into it; shared by the tests of a class.</summary>
public sealed class TracedPortal : IAsyncLifetime
{
    public const string Own = "11111111111111111111111111111111", Foreign = "22222222222222222222222222222222", Document = "33333333333333333333333333333333",
        Backend = "44444444444444444444444444444444", Cut = "55555555555555555555555555555555", Missing = "66666666666666666666666666666666";

    public static readonly DateTimeOffset Start = TimeProvider.System.GetUtcNow().AddMinutes(-10);

    private readonly ConcurrentDictionary<string, string> _traces = new();
    private StubServer _tempo = null!;
    private LokiServer _loki = null!;

    public RunningPortal Portal { get; private set; } = null!;

    /// <summary>Answers in place of the stored traces while it is set.</summary>
    internal Func<HttpContext, Task>? Disturbance { get; set; }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _tempo = await StubServer.StartAsync(AnswerAsync);
        _loki = await LokiServer.StartAsync();
        Store(Own, [Browser("a1", "shop-web"), new("b2b2b2b2b2b2b2b2", Id("a1"), "ingress", "POST /orders", 20, 80) { Kind = 2, HasFailed = true }]);
        Store(Foreign, [Browser("a1", "docs-site")]);
        Store(Document, [new(Id("c3"), null, "ingress", "GET /orders/:id", 100, 300) { Kind = 2 }]);
        Store(Backend, [new(Id("c3"), null, "ingress", "POST /cart/items", 0, 30) { Kind = 2 }]);
        Store(Cut, [Browser("a1", "shop-web")], "Trace exceeds maximum size of 5000000 bytes, a partial trace is returned");
        await LokiPush.SendAsync(_loki.Url, [NavigationLine()], CancellationToken.None);
        Portal = await StartAnotherAsync();
    }

    /// <summary>A further portal, which remembers no trace and no failure.</summary>
    public Task<RunningPortal> StartAnotherAsync(TimeSpan? timeout = null) => RunningPortal.StartAsync(new PortalSetup(_loki.Url) { Tempo = _tempo.Url, Timeout = timeout });

    public void Store(string id, IReadOnlyList<SentSpan> spans, string? cutShort = null)
    {
        var answer = new JsonObject { ["trace"] = new JsonObject { ["resourceSpans"] = new SentTrace(id, Start, spans).ResourceSpans() } };
        if (cutShort is not null) (answer["status"], answer["message"]) = ("PARTIAL", cutShort);
        _traces[id] = answer.ToJsonString();
    }

    public async Task<(HttpStatusCode Status, JsonElement Body)> AskAsync(string path, ViewerRole role = ViewerRole.Admin, string? team = null)
    {
        using var request = RunningPortal.As(role, team, path);
        using var response = await Portal.Http.SendAsync(request, Cancellation);
        return (response.StatusCode, JsonDocument.Parse(await response.Content.ReadAsStringAsync(Cancellation)).RootElement);
    }

    public async ValueTask DisposeAsync()
    {
        await Portal.DisposeAsync();
        await _loki.DisposeAsync();
        await _tempo.DisposeAsync();
    }

    public static string Id(string two) => string.Concat(Enumerable.Repeat(two, 8));

    public static SentSpan Browser(string id, string app) => new(Id(id), null, app, "POST", 0, 100)
    {
        Kind = 3,
        IsBrowser = true,
        Attributes = new Dictionary<string, string>
        {
            ["url.full"] = "https://api.example.test/orders?token=1", ["http.request.method"] = "POST", ["session.id"] = "k3VbN8qLwZ", ["user.name"] = "Nils", ["user_agent.original"] = "Firefox",
        },
    };

    private Task AnswerAsync(HttpContext context)
    {
        if (Disturbance is { } disturbance) return disturbance(context);
        context.Response.ContentType = "application/json";
        return context.Response.WriteAsync(_traces.GetValueOrDefault(context.Request.Path.Value?.Split('/')[^1] ?? "", """{"trace":{}}"""));
    }

    // The document's response named the trace in Server-Timing.
    private static PushedLine NavigationLine() => new("shop-web", "event", Start.AddSeconds(1), string.Create(CultureInfo.InvariantCulture,
        $"timestamp=\"{Start:yyyy-MM-dd HH:mm:ss.fff} +0000 UTC\" kind=event event_name=faro.performance.navigation event_data_name=\"https://shop.example.test/orders/5?x=1\" event_data_duration=800 event_data_ttfb=300 traceID={Document} spanID={Id("c3")} app_name=shop-web session_id=k3VbN8qLwZ"));
}
