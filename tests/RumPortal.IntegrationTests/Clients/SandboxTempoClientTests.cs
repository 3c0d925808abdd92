using RumPortal.Sandbox.Tempo;
using RumPortal.Testing;
using RumPortal.Testing.Tempo;

namespace RumPortal.IntegrationTests.Clients;

/// <summary>The client against the sandbox's Tempo.</summary>
public sealed class SandboxTempoClientTests(SandboxTempo tempo) : TempoClientTests, IClassFixture<SandboxTempo>
{
    protected override Task<(Uri Url, string Tenant)> ServerAsync() => Task.FromResult((tempo.Url, ""));
}

/// <summary>One server for all tests of the class; none of them writes.</summary>
public sealed class SandboxTempo : IAsyncLifetime
{
    private TempoServer? _server;

    public Uri Url => _server?.Url ?? throw new InvalidOperationException("Not started.");

    public async ValueTask InitializeAsync()
    {
        _server = await TempoServer.StartAsync();
        await TraceDataset.LoadAsync(Repository.Conformance, _server.Backend);
    }

    public async ValueTask DisposeAsync()
    {
        if (_server is not null) await _server.DisposeAsync();
    }
}
