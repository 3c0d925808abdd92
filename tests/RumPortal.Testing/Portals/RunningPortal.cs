using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using RumPortal.Domain.Apps;
using RumPortal.Portal;
using RumPortal.Portal.Auth;

namespace RumPortal.Testing.Portals;

/// <summary>The portal in the process of the test, on a port of the loopback. Nothing of the environment reaches it but what its setup says.</summary>
public sealed class RunningPortal : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly FaultLog _log;
    private readonly TemporaryFolder? _folder;

    private RunningPortal(WebApplication app, FaultLog log, TemporaryFolder? folder, string stateFolder)
    {
        (_app, _log, _folder, StateFolder) = (app, log, folder, stateFolder);
        Url = new Uri(app.Urls.Single());
        Http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = Url };
    }

    public Uri Url { get; }

    public string StateFolder { get; }

    /// <summary>Follows no redirects and keeps no cookies.</summary>
    public HttpClient Http { get; }

    /// <summary>What was logged as an error so far.</summary>
    public IReadOnlyList<LoggedFault> Faults => _log.Faults;

    public static async Task<RunningPortal> StartAsync(PortalSetup setup)
    {
        var folder = setup.StateFolder is null ? new TemporaryFolder() : null;
        var stateFolder = setup.StateFolder ?? folder?.Path ?? "";
        var log = new FaultLog();
        try
        {
            var app = Build(setup.Settings(stateFolder), log, setup.Clock);
            await app.StartAsync();
            return new RunningPortal(app, log, folder, stateFolder);
        }
        catch
        {
            folder?.Dispose();
            throw;
        }
    }

    /// <summary>A portal that is not started, made of exactly these settings.</summary>
    /// <exception cref="Portal.Configuration.InvalidSettingsException">The settings are not valid.</exception>
    public static WebApplication Build(IReadOnlyDictionary<string, string?> settings, string environment = "Development") => Build(settings, null, null, environment);

    /// <summary>A request as the development sign-in's cookie makes it.</summary>
    public static HttpRequestMessage As(ViewerRole role, string? team, string path)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Add("Cookie", $"{DevelopmentViewer.Cookie}={Uri.EscapeDataString(new DevelopmentViewer(role, team).ToCookie())}");
        return request;
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        // Open circuits would otherwise hold the end up for half a minute.
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(1));
        await _app.StopAsync(patience.Token);
        await _app.DisposeAsync();
        _folder?.Dispose();
    }

    private static WebApplication Build(IReadOnlyDictionary<string, string?> settings, FaultLog? log, TimeProvider? clock, string environment = "Development")
    {
        // The name finds the manifests of the static assets, which the build puts beside the portal's assembly.
        string[] arguments = ["--applicationName", "RumPortal.Portal", "--environment", environment, "--contentRoot", AppContext.BaseDirectory];
        return PortalHost.Build(arguments, builder =>
        {
            builder.Configuration.Sources.Clear();
            builder.Configuration.AddInMemoryCollection(settings);
            builder.Logging.ClearProviders();
            if (log is not null) builder.Logging.AddProvider(log);
            if (clock is not null) builder.Services.AddSingleton(clock);
        });
    }
}
