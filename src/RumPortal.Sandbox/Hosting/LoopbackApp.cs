using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace RumPortal.Sandbox.Hosting;

/// <summary>What a backend is made of.</summary>
internal sealed record LoopbackApp
{
    public required ListenPort Port { get; init; }

    /// <summary>Adds middleware and endpoints.</summary>
    public required Action<WebApplication> Map { get; init; }

    /// <summary>Adds the services that these need; routing is there.</summary>
    public Action<IServiceCollection>? Services { get; init; }

    /// <summary>Widens the server's limits.</summary>
    public Action<KestrelServerOptions>? Limits { get; init; }
}
