using RumPortal.Sandbox.DemoShop;

namespace RumPortal.Sandbox.Hosting;

/// <summary>
/// Base addresses of the parts of a running sandbox, null for those that were not asked for. <see cref="Collector"/> is the full address
/// that the Faro SDK posts to, <c>/collect</c> included; spans go to <c>/v1/traces</c> below <see cref="Otlp"/>.
/// </summary>
public sealed record SandboxUrls(Uri Loki, Uri Tempo, Uri Prometheus, Uri Otlp, Uri Collector, Uri? Shop, Uri? ShopApi, Uri? Portal)
{
    /// <summary>Everything that the shop's pages call, <see cref="ShopApi"/> among it.</summary>
    public ShopOrigins? ShopOrigins { get; init; }
}
