using RumPortal.Sandbox.Loki;
using RumPortal.Testing.Loki;

namespace RumPortal.IntegrationTests.Sandbox.Loki;

/// <summary>A Loki with the limits of the recording server and the recorded lines, pushed once for all tests of a class.</summary>
public sealed class RecordedLoki : IAsyncLifetime
{
    public LokiServer Server { get; private set; } = null!;

    public int PushedLines { get; private set; }

    public async ValueTask InitializeAsync()
    {
        Server = await LokiServer.StartAsync(new LokiOptions { MaxSeries = 5_000, MaxLineSize = 2 << 20 });
        PushedLines = await RecordedLines.PushAsync(Server.Client, TestContext.Current.CancellationToken);
    }

    public ValueTask DisposeAsync() => Server.DisposeAsync();
}
