using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using RumPortal.Clients;
using RumPortal.Domain.Apps;
using RumPortal.Domain.Querying;
using RumPortal.Portal.Auth;
using RumPortal.Portal.Features;
using RumPortal.Sandbox.Loki;
using RumPortal.Testing;
using RumPortal.Storage;
using RumPortal.Storage.Databases;
using RumPortal.Testing.Loki;

namespace RumPortal.IntegrationTests.Portal.Readers;

/// <summary>The portal's readers over the sandbox's Loki, at one fixed moment; shared by the tests of a class, each of which has apps of its own.</summary>
public class PortalReaders : IAsyncLifetime
{
    /// <summary>When the first line of a <see cref="VisitedApp"/> may be.</summary>
    public static readonly DateTimeOffset Start = new(2026, 11, 20, 9, 0, 0, TimeSpan.Zero);

    public static readonly DateTimeOffset Now = Start.AddHours(3);

    /// <summary>From <see cref="Start"/> to <see cref="Now"/>.</summary>
    public static readonly TimeRange Range = new(Start, Now);

    private readonly LokiOptions? _options;
    private readonly IReadOnlyList<(string Key, string Value)> _settings;
    private readonly TemporaryFolder _state = new();
    private LokiServer? _loki;
    private ServiceProvider? _services;

    public PortalReaders()
        : this(null)
    {
    }

    protected PortalReaders(LokiOptions? options, params IReadOnlyList<(string Key, string Value)> settings) => (_options, _settings) = (options, settings);

    public LokiServer Loki => _loki ?? throw new InvalidOperationException("Not started.");

    public static async Task<PortalReaders> StartAsync(LokiOptions? options = null, params IReadOnlyList<(string Key, string Value)> settings)
    {
        var readers = new PortalReaders(options, settings);
        await readers.InitializeAsync();
        return readers;
    }

    public async ValueTask InitializeAsync()
    {
        var clock = new FixedTime(Now);
        _loki = await LokiServer.StartAsync(_options, clock);
        var settings = _settings.ToDictionary(setting => $"Backends:Loki:{setting.Key}", string? (setting) => setting.Value);
        settings["Backends:Loki:Url"] = _loki.Url.AbsoluteUri;
        var services = new ServiceCollection().AddSingleton<TimeProvider>(clock)
            .AddSingleton(new TeamDirectory([new Team("Storefront", "storefront", ["owned-app", "silent-app"], ViewerRole.Viewer, [])]))
            .AddRumPortalClients(new ConfigurationBuilder().AddInMemoryCollection(settings).Build());
        Assert.True(DatabaseAddress.TryParse(null, _state.Path, out var database, out _));
        services.AddLogging().AddStorage(database).AddFeatures();
        _services = services.BuildServiceProvider();
        foreach (var start in _services.GetServices<IHostedService>().OfType<IHostedLifecycleService>()) await start.StartingAsync(CancellationToken.None);
    }

    public T Get<T>()
        where T : notnull => (_services ?? throw new InvalidOperationException("Not started.")).GetRequiredService<T>();

    internal Task PushAsync(params IEnumerable<VisitedApp> apps) => LokiPush.SendAsync(Loki.Url, apps.SelectMany(app => app.Lines), TestContext.Current.CancellationToken);

    /// <summary>Pushes lines under labels that no receiver of the portal's kind would choose.</summary>
    public async Task PushAsync(IReadOnlyDictionary<string, string> labels, params IEnumerable<string> lines)
    {
        var time = (Now.AddMinutes(-1) - DateTimeOffset.UnixEpoch).Ticks * TimeSpan.NanosecondsPerTick;
        var values = lines.Select((line, i) => new[] { (time + i).ToString(CultureInfo.InvariantCulture), line });
        using var response = await Loki.Client.PostAsJsonAsync("/loki/api/v1/push", new { streams = new[] { new { stream = labels, values } } }, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.NoContent, response.StatusCode);
    }

    public async ValueTask DisposeAsync()
    {
        if (_services is not null) await _services.DisposeAsync();
        if (_loki is not null) await _loki.DisposeAsync();
        _state.Dispose();
        GC.SuppressFinalize(this);
    }
}
