using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging.Abstractions;
using RumPortal.Sandbox.Hosting;

namespace RumPortal.IntegrationTests.Sandbox.Hosting;

public sealed class LoopbackServerTests
{
    [Fact]
    public async Task Start_FreePort_ListensOnLoopbackAndStopsListeningWithIt()
    {
        Uri url;
        await using (var server = await StartAsync(new ListenPort("--x-port", 0)))
        {
            url = server.Url;
            using var client = new HttpClient(new SocketsHttpHandler());
            Assert.Equal("127.0.0.1", url.Host);
            Assert.Equal("here", await client.GetStringAsync(url, TestContext.Current.CancellationToken));
        }

        using var again = new TcpListener(IPAddress.Loopback, url.Port);
        again.Start();
    }

    [Fact]
    public async Task Start_PortTaken_NamesTheOption()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var port = ((IPEndPoint)other.LocalEndpoint).Port;

        var failure = await Assert.ThrowsAsync<SandboxException>(() => StartAsync(new ListenPort("--loki-port", port)));

        Assert.Equal(
            $"Port {port} cannot be used (--loki-port): another program listens there, or it needs rights. "
            + "Choose another one with --loki-port PORT, or 0 for any free port.", failure.Message);
    }

    private static Task<LoopbackServer> StartAsync(ListenPort port) =>
        LoopbackServer.StartAsync(
            new LoopbackApp { Port = port, Map = app => app.MapGet("/", () => Results.Text("here")) },
            NullLoggerFactory.Instance,
            TestContext.Current.CancellationToken);
}
