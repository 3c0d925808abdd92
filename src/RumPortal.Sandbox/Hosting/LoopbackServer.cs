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

    /// <exception cref="SandboxException">The port cannot be used.</exception>
    public static async Task<LoopbackServer> StartAsync(LoopbackApp backend, ILoggerFactory logs, CancellationToken cancellation)
    {
        var app = Build(backend, logs);
        try
        {
            backend.Map(app);
            await app.StartAsync(cancellation);
        }
        catch (Exception failure)
        {
            await app.DisposeAsync();
            if (failure is SocketException or IOException { InnerException: AddressInUseException }) throw backend.Port.Taken(failure);
            throw;
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

    private static WebApplication Build(LoopbackApp backend, ILoggerFactory logs)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Listen(IPAddress.Loopback, backend.Port.Number);
            backend.Limits?.Invoke(kestrel);
        });
        builder.Services.AddRoutingCore();
        builder.Services.Replace(ServiceDescriptor.Singleton(logs));
        builder.Services.Replace(ServiceDescriptor.Singleton<IHostLifetime, EmbeddedLifetime>());
        backend.Services?.Invoke(builder.Services);
        return builder.Build();
    }

    /// <summary>Signals are the sandbox's own matter: it ends its backends in order.</summary>
    private sealed class EmbeddedLifetime : IHostLifetime
    {
        public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
