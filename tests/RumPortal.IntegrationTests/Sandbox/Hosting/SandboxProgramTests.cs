using System.Net;
using System.Net.Sockets;
using RumPortal.Sandbox.Hosting;
using RumPortal.Sandbox.Hosting.Portals;

namespace RumPortal.IntegrationTests.Sandbox.Hosting;

public sealed class SandboxProgramTests
{
    [Fact]
    public async Task Run_Help_PrintsTheOptions()
    {
        using var program = SandboxProgram.Start("--help");

        Assert.Equal(0, await program.WaitForExitAsync());
        await program.WaitForOutputAsync("--dataset DIR");
    }

    [Fact]
    public async Task Run_UnknownOption_EndsWithAMessage()
    {
        using var program = SandboxProgram.Start("--replay-port", "1");

        Assert.Equal(2, await program.WaitForExitAsync());
        await program.WaitForOutputAsync("--replay-port is not an option. Legal are ");
    }

    [Fact]
    public async Task Run_PortTaken_EndsNamingTheOption()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var port = ((IPEndPoint)other.LocalEndpoint).Port;

        using var program = SandboxProgram.Start("--no-portal", "--no-demo", "--loki-port", $"{port}");

        Assert.Equal(1, await program.WaitForExitAsync());
        await program.WaitForOutputAsync($"Port {port} cannot be used (--loki-port)");
    }

    [Theory]
    [InlineData("TERM")]
    [InlineData("INT")]
    [InlineData("HUP")]
    public async Task Run_WithPortalThenSignalled_EndsThePortalToo(string signal)
    {
        var port = FreePort.Claim(new ListenPort("--portal-port", 0));
        using var program = SandboxProgram.Start("--no-demo", "--portal-port", $"{port}");
        await program.WaitForOutputAsync("Ctrl+C ends everything.");
        await UntilAsync(() => Listens(port), $"The portal did not listen on {port}. {program.Output}");

        Assert.SkipWhen(program.Ignores(signal), $"The tests were started by something that ignores {signal}, and programs inherit that.");
        await program.SignalAsync(signal);

        Assert.Equal(0, await program.WaitForExitAsync());
        await UntilAsync(() => !Listens(port), "The portal outlived the sandbox.");
        Assert.DoesNotContain("ended by itself", program.Output);
    }

    private static bool Listens(int port)
    {
        try
        {
            using var client = new TcpClient();
            client.Connect(IPAddress.Loopback, port);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    private static async Task UntilAsync(Func<bool> condition, string otherwise)
    {
        for (var attempt = 0; attempt < 600 && !condition(); attempt++) await Task.Delay(50, TestContext.Current.CancellationToken);
        Assert.True(condition(), otherwise);
    }
}
