using RumPortal.Testing.Loki;

namespace RumPortal.IntegrationTests.Clients;

/// <summary>The client against the sandbox's Loki.</summary>
public sealed class SandboxLokiClientTests(SandboxLoki loki) : LokiClientTests, IClassFixture<SandboxLoki>
{
    protected override Task<Uri> UrlAsync() => Task.FromResult(loki.Url);
}

/// <summary>One server for all tests of the class; each has an app of its own.</summary>
public sealed class SandboxLoki : IAsyncLifetime
{
    private LokiServer? _server;

    public Uri Url => _server?.Url ?? throw new InvalidOperationException("Not started.");

    public async ValueTask InitializeAsync() => _server = await LokiServer.StartAsync();

    public async ValueTask DisposeAsync()
    {
        if (_server is not null) await _server.DisposeAsync();
    }
}
