using System.Net;
using System.Net.Sockets;
using RumPortal.Sandbox.Hosting;
using RumPortal.Sandbox.Hosting.Portals;

namespace RumPortal.IntegrationTests.Sandbox.Hosting;

public sealed class FreePortTests
{
    [Fact]
    public void Claim_Zero_GivesAPortThatCanBeListenedOn()
    {
        var number = FreePort.Claim(new ListenPort("--portal-port", 0));

        using var listener = new TcpListener(IPAddress.Loopback, number);
        listener.Start();
    }

    [Fact]
    public void Claim_PortTaken_NamesTheOption()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var port = ((IPEndPoint)other.LocalEndpoint).Port;

        var failure = Assert.Throws<SandboxException>(() => FreePort.Claim(new ListenPort("--portal-port", port)));

        Assert.StartsWith($"Port {port} cannot be used (--portal-port): ", failure.Message);
    }
}
