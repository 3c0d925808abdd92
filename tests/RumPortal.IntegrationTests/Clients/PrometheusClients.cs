using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using RumPortal.Clients;
using RumPortal.Clients.Prometheus;

namespace RumPortal.IntegrationTests.Clients;

/// <summary>Clients of Prometheus as the portal makes them, from settings; each with guards of its own.</summary>
internal sealed class PrometheusClients : IAsyncDisposable
{
    private readonly ServiceProvider _services;

    public PrometheusClients(Uri? url, TimeProvider? time = null, params IEnumerable<(string Key, string Value)> settings)
    {
        var all = settings.ToDictionary(setting => $"Backends:Prometheus:{setting.Key}", string? (setting) => setting.Value);
        all["Backends:Prometheus:Url"] = url?.ToString();
        var services = new ServiceCollection();
        if (time is not null) services.AddSingleton(time);
        _services = services.AddRumPortalClients(new ConfigurationBuilder().AddInMemoryCollection(all).Build()).BuildServiceProvider();
    }

    public PrometheusClient Prometheus => _services.GetRequiredService<PrometheusClient>();

    public RecordedVitalsReader Recorded => _services.GetRequiredService<RecordedVitalsReader>();

    public ValueTask DisposeAsync() => _services.DisposeAsync();
}
