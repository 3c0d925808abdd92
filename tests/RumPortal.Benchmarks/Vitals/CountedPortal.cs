using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using RumPortal.Clients;
using RumPortal.Portal.Features;

namespace RumPortal.Benchmarks.Vitals;

/// <summary>The portal's readers over a stack, with a cache that is still empty and every request counted.</summary>
internal sealed class CountedPortal : IAsyncDisposable
{
    private readonly ServiceProvider _services;

    public CountedPortal(VitalsStack stack)
    {
        var settings = new Dictionary<string, string?>
        {
            ["Backends:Loki:Url"] = stack.Loki.AbsoluteUri,
            ["Backends:Loki:Tenant"] = stack.LokiTenant,
            ["Backends:Loki:Timeout"] = "00:01:00",
            ["Backends:Prometheus:Url"] = stack.Prometheus.AbsoluteUri,
            ["Backends:Prometheus:Tenant"] = stack.PrometheusTenant,
        };
        var services = new ServiceCollection().AddSingleton(stack.Clock)
            .AddRumPortalClients(new ConfigurationBuilder().AddInMemoryCollection(settings).Build())
            .ConfigureHttpClientDefaults(client => client.AddHttpMessageHandler(() => new TrafficCounter(() => Traffic)));
        services.AddFeatures();
        _services = services.BuildServiceProvider();
    }

    /// <summary>What was asked since the last <see cref="CountAnew"/>.</summary>
    public Traffic Traffic { get; private set; } = new();

    public void CountAnew() => Traffic = new Traffic();

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    public ValueTask DisposeAsync() => _services.DisposeAsync();
}
