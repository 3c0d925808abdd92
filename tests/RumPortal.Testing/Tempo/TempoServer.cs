using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using RumPortal.Sandbox.Faults;
using RumPortal.Sandbox.Http;
using RumPortal.Sandbox.Tempo;
using RumPortal.Sandbox.Tempo.Api;

namespace RumPortal.Testing.Tempo;

/// <summary>The sandbox's Tempo on a free port of the loopback, with fault injection, in the process of the test.</summary>
public sealed class TempoServer : IAsyncDisposable
{
    private readonly WebApplication _app;

    private TempoServer(WebApplication app, TempoBackend backend, FaultSwitch faults, Uri url)
    {
        (_app, Backend, Faults, Url) = (app, backend, faults, url);
        Client = new HttpClient(new SocketsHttpHandler { AutomaticDecompression = DecompressionMethods.None }, disposeHandler: true) { BaseAddress = url };
    }

    public TempoBackend Backend { get; }

    public FaultSwitch Faults { get; }

    public Uri Url { get; }

    public HttpClient Client { get; }

    public static async Task<TempoServer> StartAsync(TempoOptions? options = null, TimeProvider? clock = null)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { EnvironmentName = "Testing" });
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(server =>
        {
            QueryServerLimits.Apply(server);
            server.Listen(IPAddress.Loopback, 0);
        });
        var app = builder.Build();
        var backend = new TempoBackend(options, clock);
        var faults = new FaultSwitch();
        app.UseFaults(faults);
        app.MapFaults(faults);
        app.MapTempoApi(backend);
        await app.StartAsync();
        var address = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()?.Addresses.First()
            ?? throw new InvalidOperationException("The server has no address.");
        return new(app, backend, faults, new Uri(address));
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _app.DisposeAsync();
    }
}
