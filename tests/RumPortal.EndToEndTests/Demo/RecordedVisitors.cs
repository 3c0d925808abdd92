using RumPortal.EndToEndTests.Browsing;
using RumPortal.Sandbox.FaroReceiver;
using RumPortal.Sandbox.Ruler;
using RumPortal.Sandbox.Ruler.Files;
using RumPortal.Sandbox.Visitors;
using RumPortal.Testing;
using RumPortal.Testing.Loki;
using RumPortal.Testing.Portals;
using RumPortal.Testing.Prometheus;

namespace RumPortal.EndToEndTests.Demo;

/// <summary>
/// A busy afternoon of the demo's visitors, what the ruler records of the shop's, and a portal over both. It is always the same
/// afternoon, and nobody comes while a test looks.
/// </summary>
public sealed class RecordedVisitors : IAsyncLifetime
{
    public const string App = "shop-web";

    private const int LinesPerDay = 90_000;

    /// <summary>Somewhat more than the range that <see cref="Address"/> asks for, so that all of it is recorded.</summary>
    private static readonly TimeSpan History = TimeSpan.FromHours(6.5);

    private static readonly DateTimeOffset Start = new(2026, 11, 18, 12, 1, 0, TimeSpan.Zero);

    private readonly MovedClock _clock = new(Start);

    public LokiServer Loki { get; private set; } = null!;

    public PrometheusServer Prometheus { get; private set; } = null!;

    public RunningPortal Portal { get; private set; } = null!;

    public VisitOptions PortalVisit => new(Portal.Url);

    /// <summary>The page about the shop, over a range that is recorded from end to end.</summary>
    public static string Address(string query = "") => $"/vitals?app={App}&from=now-3h{query}";

    /// <summary>Another portal over the same backends, which has read nothing yet.</summary>
    public Task<RunningPortal> StartPortalAsync() => RunningPortal.StartAsync(new PortalSetup(Loki.Url) { Prometheus = Prometheus.Url, Clock = _clock });

    public async ValueTask InitializeAsync()
    {
        Loki = await LokiServer.StartAsync(clock: _clock);
        Prometheus = await PrometheusServer.StartAsync(clock: _clock);
        await using (var receiver = new Receiver(new FaroReceiverOptions { LokiUrl = Loki.Url }, _clock))
        {
            var traffic = new VisitorTraffic(new VisitorOptions { Anchor = Start, LinesPerDay = LinesPerDay });
            await new VisitorHistory(traffic, receiver).FillAsync(Start - History, Start, CancellationToken.None);
            await receiver.FlushAsync(CancellationToken.None);
        }
        Record();
        Portal = await StartPortalAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await Portal.DisposeAsync();
        await Prometheus.DisposeAsync();
        await Loki.DisposeAsync();
    }

    private void Record()
    {
        var ruler = new LokiRuler(Loki.Backend, Prometheus.Backend.Store);
        foreach (var group in RuleYamlReader.ReadFile(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "DemoRules", $"{App}.yaml"))))
            Assert.Empty(ruler.Groups.Set("rumportal", group));
        var (recorded, _) = new RuleHistory(ruler, Prometheus.Backend).Evaluate(Start - History, Start);
        Assert.Empty(recorded.Failures);
    }
}
