using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using RumPortal.Sandbox.Faults;
using RumPortal.Sandbox.Http;

namespace RumPortal.Testing;

/// <summary>One backend of the sandbox on a free port of the loopback, with fault injection, in the process of the test.</summary>
public sealed class FaultyLoopback : IAsyncDisposable
{
    private readonly WebApplication _app;

    private FaultyLoopback(WebApplication app, FaultSwitch faults, Uri url)
    {
        (_app, Faults, Url) = (app, faults, url);
        Client = new HttpClient(new SocketsHttpHandler { AutomaticDecompression = DecompressionMethods.None }, disposeHandler: true) { BaseAddress = url };
    }

    public FaultSwitch Faults { get; }

    public Uri Url { get; }

    /// <summary>Sees bodies as they were sent.</summary>
    public HttpClient Client { get; }

    /// <param name="map">Puts the backend's API on the app.</param>
    public static async Task<FaultyLoopback> StartAsync(Action<WebApplication> map)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { EnvironmentName = "Testing" });
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(server =>
        {
            QueryServerLimits.Apply(server);
            server.Listen(IPAddress.Loopback, 0);
        });
        var app = builder.Build();
        var faults = new FaultSwitch();
        app.UseFaults(faults);
        app.MapFaults(faults);
        map(app);
        await app.StartAsync();
        var address = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()?.Addresses.First()
            ?? throw new InvalidOperationException("The server has no address.");
        return new(app, faults, new Uri(address));
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _app.DisposeAsync();
    }
}
