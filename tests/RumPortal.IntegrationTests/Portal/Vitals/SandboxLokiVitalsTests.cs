using RumPortal.Sandbox.Hosting;

namespace RumPortal.IntegrationTests.Portal.Vitals;

/// <summary>The portal's vitals over the sandbox's Loki.</summary>
public sealed class SandboxLokiVitalsTests(SandboxLokiVitalsTests.Host host) : LokiVitalsTests, IClassFixture<SandboxLokiVitalsTests.Host>
{
    protected override Task<Uri> UrlAsync() => Task.FromResult(host.Loki);

    /// <summary>One sandbox for all tests of the class.</summary>
    public sealed class Host : IAsyncLifetime
    {
        private SandboxHost? _sandbox;

        public Uri Loki => _sandbox?.Urls.Loki ?? throw new InvalidOperationException("Not started.");

        public async ValueTask InitializeAsync() => _sandbox = await SandboxHost.StartAsync(new SandboxOptions { Portal = false, Demo = false });

        public ValueTask DisposeAsync() => _sandbox?.DisposeAsync() ?? ValueTask.CompletedTask;
    }
}
