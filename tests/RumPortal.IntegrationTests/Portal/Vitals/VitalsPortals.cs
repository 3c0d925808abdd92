using System.Text.Json;
using RumPortal.Sandbox.Hosting;
using RumPortal.Testing;
using RumPortal.Testing.Portals;

namespace RumPortal.IntegrationTests.Portal.Vitals;

/// <summary>Portals over the recorded lines and metrics, at the end of their six hours; shared by the tests of a class.</summary>
public sealed class VitalsPortals : IAsyncLifetime
{
    /// <summary>Holds every recorded measurement.</summary>
    public const string Range = "from=2026-11-20T00:00:00Z&to=2026-11-20T06:00:00Z";

    private readonly MovedClock _clock = new(new DateTimeOffset(2026, 11, 20, 6, 0, 0, TimeSpan.Zero));

    public SandboxHost Sandbox { get; private set; } = null!;

    public Uri Loki => Sandbox.Urls.Loki;

    public Uri Prometheus => Sandbox.Urls.Prometheus;

    /// <summary>Has both backends.</summary>
    public RunningPortal Both { get; private set; } = null!;

    /// <summary>Has only lines.</summary>
    public RunningPortal LinesAlone { get; private set; } = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        Sandbox = await SandboxHost.StartAsync(new SandboxOptions { Portal = false, Demo = false, Dataset = Repository.Conformance }, _clock);
        Both = await StartAsync(Loki, Prometheus);
        LinesAlone = await StartAsync(Loki, null);
    }

    /// <summary>A further portal for the same time, which remembers no answer and no failure.</summary>
    public Task<RunningPortal> StartAsync(Uri loki, Uri? prometheus, TimeSpan? timeout = null) =>
        RunningPortal.StartAsync(new PortalSetup(loki) { Prometheus = prometheus, Clock = _clock, Timeout = timeout ?? TimeSpan.FromMinutes(2) });

    public async ValueTask DisposeAsync()
    {
        await LinesAlone.DisposeAsync();
        await Both.DisposeAsync();
        await Sandbox.DisposeAsync();
    }

    /// <summary>The body of an answer that must be 200.</summary>
    public static async Task<JsonElement> GetAsync(RunningPortal portal, string path)
    {
        using var response = await portal.Http.GetAsync(path, Cancellation);
        var text = await response.Content.ReadAsStringAsync(Cancellation);
        Assert.True(response.IsSuccessStatusCode, $"{path}: {response.StatusCode} {text} {string.Join(' ', portal.Faults)}");
        return JsonDocument.Parse(text).RootElement;
    }
}
