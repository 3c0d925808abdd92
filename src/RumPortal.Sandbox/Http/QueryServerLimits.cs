using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace RumPortal.Sandbox.Http;

/// <summary>What a server needs to take every query that Loki and Prometheus take: its default bounds are smaller than a query may be long.</summary>
public static class QueryServerLimits
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
