using System.Net;
using System.Text.Json;
using RumPortal.Domain.Apps;
using RumPortal.Sandbox.Hosting;
using RumPortal.Testing;
using RumPortal.Testing.Portals;

namespace RumPortal.IntegrationTests.Portal;

/// <summary>A portal over the recorded lines, by whose clock they came in the last six hours; shared by the tests of a class.</summary>
public sealed class RecordedPortal : IAsyncLifetime
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>Holds every recorded line.</summary>
    public const string Range = "from=2026-11-20T00:00:00Z&to=2026-11-20T06:00:00Z";

    private static readonly DateTimeOffset Now = new(2026, 11, 20, 6, 0, 0, TimeSpan.Zero);

    private readonly MovedClock _clock = new(Now);

    public SandboxHost Sandbox { get; private set; } = null!;

    public RunningPortal Portal { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        var options = new SandboxOptions { Portal = false, Demo = false, Dataset = Repository.Conformance };
        Sandbox = await SandboxHost.StartAsync(options, _clock);
        Portal = await StartAnotherAsync(Sandbox.Urls.Loki, TimeSpan.FromMinutes(2));
    }

    /// <summary>A further portal for the same time, which remembers no failure of Loki.</summary>
    public Task<RunningPortal> StartAnotherAsync(Uri loki, TimeSpan? timeout = null) =>
        RunningPortal.StartAsync(new PortalSetup(loki) { Tempo = Sandbox.Urls.Tempo, Clock = _clock, Timeout = timeout });

    public async ValueTask DisposeAsync()
    {
        await Portal.DisposeAsync();
        await Sandbox.DisposeAsync();
    }

    /// <summary>The body of an answer that must be 200, for an admin.</summary>
    public async Task<JsonElement> GetAsync(string path)
    {
        var (status, body) = await AskAsync(path);
        Assert.True(status == HttpStatusCode.OK, $"{path}: {status} {body}");
        return body;
    }

    public Task<(HttpStatusCode Status, JsonElement Body)> AskAsync(string path) => AskAsync(path, ViewerRole.Admin, null);

    public async Task<(HttpStatusCode Status, JsonElement Body)> AskAsync(string path, ViewerRole role, string? team)
    {
        using var request = RunningPortal.As(role, team, path);
        using var response = await Portal.Http.SendAsync(request, Cancellation);
        var text = await response.Content.ReadAsStringAsync(Cancellation);
        var isJson = response.Content.Headers.ContentType?.MediaType?.EndsWith("json", StringComparison.Ordinal) == true;
        return (response.StatusCode, isJson ? JsonDocument.Parse(text).RootElement : default);
    }

    /// <summary>All items of a list, page after page.</summary>
    public async Task<List<JsonElement>> GetAllAsync(string path)
    {
        var (items, cursor) = (new List<JsonElement>(), "");
        do
        {
            var page = await GetAsync(cursor.Length == 0 ? path : $"{path}&cursor={cursor}");
            items.AddRange(page.GetProperty("items").EnumerateArray());
            cursor = page.GetProperty("next").GetString() ?? "";
            Assert.True(items.Count < 10_000, "The pages of the list never end.");
        }
        while (cursor.Length > 0);
        return items;
    }
}
