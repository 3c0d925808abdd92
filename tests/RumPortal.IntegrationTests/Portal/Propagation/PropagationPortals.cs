using System.Net;
using System.Text.Json;
using RumPortal.Domain.Apps;
using RumPortal.Sandbox.Hosting;
using RumPortal.Testing;
using RumPortal.Testing.Portals;

namespace RumPortal.IntegrationTests.Portal.Propagation;

/// <summary>Portals over the recorded lines and spans, at the end of their six hours; shared by the tests of a class.</summary>
public sealed class PropagationPortals : IAsyncLifetime
{
    /// <summary>Holds every recorded request.</summary>
    public const string Range = "from=2026-11-20T00:00:00Z&to=2026-11-20T06:00:00Z";

    private readonly MovedClock _clock = new(new DateTimeOffset(2026, 11, 20, 6, 5, 0, TimeSpan.Zero));

    public SandboxHost Sandbox { get; private set; } = null!;

    /// <summary>Knows no app's header list.</summary>
    public RunningPortal Portal { get; private set; } = null!;

    /// <summary>Knows the list of shop-web.</summary>
    public RunningPortal Told { get; private set; } = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        Sandbox = await SandboxHost.StartAsync(new SandboxOptions { Portal = false, Demo = false, Dataset = Repository.Conformance }, _clock);
        Portal = await StartAsync(Sandbox.Urls.Tempo);
        Told = await StartAsync(Sandbox.Urls.Tempo, ("Propagation:Apps:shop-web:InjectedUrls:0", @"^https://api\.example\.test/"));
    }

    /// <summary>A further portal for the same time, which remembers no answer and no failure.</summary>
    public Task<RunningPortal> StartAsync(Uri? tempo, params IEnumerable<(string Key, string Value)> settings) => RunningPortal.StartAsync(new PortalSetup(Sandbox.Urls.Loki)
    {
        Tempo = tempo,
        Clock = _clock,
        Timeout = TimeSpan.FromMinutes(2),
        Others = settings.ToDictionary(setting => setting.Key, setting => setting.Value),
    });

    public async ValueTask DisposeAsync()
    {
        await Told.DisposeAsync();
        await Portal.DisposeAsync();
        await Sandbox.DisposeAsync();
    }

    /// <summary>The body of an answer that must be 200.</summary>
    public static async Task<JsonElement> GetAsync(RunningPortal portal, string query, ViewerRole role = ViewerRole.Admin, string? team = null)
    {
        var (status, body) = await AskAsync(portal, query, role, team);
        Assert.True(status == HttpStatusCode.OK, $"{query}: {status} {body} {string.Join(' ', portal.Faults)}");
        return body;
    }

    public static async Task<(HttpStatusCode Status, JsonElement Body)> AskAsync(RunningPortal portal, string query, ViewerRole role = ViewerRole.Admin, string? team = null)
    {
        using var request = RunningPortal.As(role, team, $"/api/v1/propagation?{query}");
        using var response = await portal.Http.SendAsync(request, Cancellation);
        return (response.StatusCode, JsonDocument.Parse(await response.Content.ReadAsStringAsync(Cancellation)).RootElement);
    }

    /// <summary>Requests by verdict of each app and origin.</summary>
    public static Dictionary<string, Dictionary<string, int>> Counts(JsonElement answer) => answer.GetProperty("items").EnumerateArray()
        .GroupBy(item => $"{item.GetProperty("app").GetString()} {item.GetProperty("origin").GetString()}")
        .ToDictionary(
            origin => origin.Key,
            origin => origin.SelectMany(item => item.GetProperty("verdicts").EnumerateObject()).GroupBy(count => count.Name).ToDictionary(count => count.Key, count => count.Sum(one => one.Value.GetInt32())));
}
