using RumPortal.Sandbox.Hosting;
using RumPortal.Testing;

namespace RumPortal.IntegrationTests.Sandbox.Tempo;

/// <summary>A sandbox that has loaded the recorded data, started once for all tests of a class; none of them writes.</summary>
public sealed class RecordedTempo : IAsyncLifetime
{
    private SandboxHost? _sandbox;

    public HttpClient Client { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        _sandbox = await SandboxHost.StartAsync(new SandboxOptions { Portal = false, Demo = false, Dataset = Repository.Conformance });
        Client = new HttpClient(new SocketsHttpHandler()) { BaseAddress = _sandbox.Urls.Tempo };
    }

    public async ValueTask DisposeAsync()
    {
        Client?.Dispose();
        if (_sandbox is not null) await _sandbox.DisposeAsync();
    }
}
