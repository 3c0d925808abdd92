using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace RumPortal.Sandbox.Loki.Api;

/// <summary>What a server needs to take everything that Loki takes: its default bounds are smaller than a query may be long.</summary>
public static class LokiServerLimits
{
    /// <summary>A query of 128 KiB, percent-encoded, with the other parameters.</summary>
    private const int MaxRequestLine = 512 << 10;

    public static void Apply(KestrelServerOptions server)
    {
        server.AddServerHeader = false;
        server.Limits.MaxRequestLineSize = MaxRequestLine;
        server.Limits.MaxRequestBufferSize = 2 * MaxRequestLine;
    }
}
