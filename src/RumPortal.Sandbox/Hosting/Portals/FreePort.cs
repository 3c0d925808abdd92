using System.Net;
using System.Net.Sockets;

namespace RumPortal.Sandbox.Hosting.Portals;

/// <summary>
/// Looks whether a child process will be able to listen. Between this look and the child's start another program can take the port; the
/// child then says so itself.
/// </summary>
internal static class FreePort
{
    /// <returns>The port's number, or for 0 that of a free one.</returns>
    /// <exception cref="SandboxException">The port is taken.</exception>
    public static int Claim(ListenPort port)
    {
        try
        {
            using var ipv4 = new TcpListener(IPAddress.Loopback, port.Number);
            ipv4.Start();
            var number = ((IPEndPoint)ipv4.LocalEndpoint).Port;
            if (Socket.OSSupportsIPv6) ListenOnce(number);
            return number;
        }
        catch (SocketException failure) when (failure.SocketErrorCode != SocketError.AddressNotAvailable)
        {
            throw port.Taken(failure);
        }
    }

    private static void ListenOnce(int number)
    {
        using var ipv6 = new TcpListener(IPAddress.IPv6Loopback, number);
        try
        {
            ipv6.Start();
        }
        catch (SocketException failure) when (failure.SocketErrorCode is SocketError.AddressNotAvailable or SocketError.AddressFamilyNotSupported)
        {
            // A machine without IPv6 on its loopback: localhost is 127.0.0.1 alone.
        }
    }
}
