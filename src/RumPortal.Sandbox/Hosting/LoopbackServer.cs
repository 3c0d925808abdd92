using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace RumPortal.Sandbox.Hosting;

/// <summary>
/// One backend: a Kestrel application of its own on 127.0.0.1. It reads no configuration and no environment, so that nothing outside the
/// sandbox's options changes it.
/// </summary>
internal sealed class LoopbackServer : IAsyncDisposable
{
    private static readonly TimeSpan ShutdownTimeout = TimeSpan.FromSeconds(2);

    private readonly WebApplication _app;

    private LoopbackServer(WebApplication app, Uri url) => (_app, Url) = (app, url);

    public Uri Url { get; }

    /// <param name="port">Where to listen.</param>
    /// <param name="logs">Where warnings go.</param>
    /// <param name="map">Adds middleware and endpoints.</param>
    /// <param name="services">Adds what these need, if anything.</param>
    /// <param name="cancellation">Gives the start up.</param>
    /// <exception cref="SandboxException">The port cannot be used.</exception>
    public static async Task<LoopbackServer> StartAsync(
        ListenPort port, ILoggerFactory logs, Action<WebApplication> map, Action<IServiceCollection>? services = null, CancellationToken cancellation = default)
    {
        var app = Build(port, logs, services);
        map(app);
        try
        {
            await app.StartAsync(cancellation);
        }
        catch (Exception failure) when (failure is SocketException or IOException { InnerException: AddressInUseException })
        {
            await app.DisposeAsync();
            throw port.Taken(failure);
        }

        var address = app.Services.GetRequiredService<IServer>().Features.GetRequiredFeature<IServerAddressesFeature>().Addresses.Single();
        return new LoopbackServer(app, new Uri(address));
    }

    public async ValueTask DisposeAsync()
    {
        using var patience = new CancellationTokenSource(ShutdownTimeout);
        await _app.StopAsync(patience.Token);
        await _app.DisposeAsync();
    }

    private static WebApplication Build(ListenPort port, ILoggerFactory logs, Action<IServiceCollection>? services)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Listen(IPAddress.Loopback, port.Number);
        });
        builder.Services.AddRoutingCore();
        builder.Services.Replace(ServiceDescriptor.Singleton(logs));
        builder.Services.Replace(ServiceDescriptor.Singleton<IHostLifetime, EmbeddedLifetime>());
        services?.Invoke(builder.Services);
        return builder.Build();
    }

    /// <summary>Signals are the sandbox's own matter: it ends its backends in order.</summary>
    private sealed class EmbeddedLifetime : IHostLifetime
    {
        public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
