using RumPortal.EndToEndTests.Browsing;
using RumPortal.Sandbox.Hosting;
using RumPortal.Testing.Portals;

namespace RumPortal.EndToEndTests.Demo;

/// <summary>The demo shop with its receiver and Loki, half an hour of other visitors, and a portal that reads them; one for all tests.</summary>
public sealed class DemoStack : IAsyncLifetime
{
    private static readonly SandboxOptions Options = new() { Portal = false, ShopPort = 0, History = TimeSpan.FromMinutes(30), LinesPerDay = 60_000 };

    public SandboxHost Sandbox { get; private set; } = null!;

    public RunningPortal Portal { get; private set; } = null!;

    public VisitOptions PortalVisit => new(Portal.Url);

    public async ValueTask InitializeAsync()
    {
        Sandbox = await SandboxHost.StartAsync(Options);
        Portal = await RunningPortal.StartAsync(new PortalSetup(Sandbox.Urls.Loki) { Tempo = Sandbox.Urls.Tempo });
    }

    public async ValueTask DisposeAsync()
    {
        await Portal.DisposeAsync();
        await Sandbox.DisposeAsync();
    }
}
