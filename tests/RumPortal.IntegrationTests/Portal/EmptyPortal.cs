using RumPortal.Testing.Portals;

namespace RumPortal.IntegrationTests.Portal;

/// <summary>A portal whose Loki is gone, for everything that must not need one; shared by the tests of a class.</summary>
public sealed class EmptyPortal : IAsyncLifetime
{
    // The discard port: nobody listens there.
    private static readonly Uri NoLoki = new("http://127.0.0.1:9");

    public RunningPortal Portal { get; private set; } = null!;

    public HttpClient Http => Portal.Http;

    public async ValueTask InitializeAsync() => Portal = await RunningPortal.StartAsync(new PortalSetup(NoLoki));

    public ValueTask DisposeAsync() => Portal.DisposeAsync();
}
