using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using RumPortal.Clients;
using RumPortal.Clients.Loki;

namespace RumPortal.IntegrationTests.Clients;

/// <summary>Clients as the portal makes them, from settings; each with guards of its own.</summary>
internal sealed class LokiClients : IAsyncDisposable
{
    private readonly ServiceProvider _services;

    public LokiClients(Uri url, TimeProvider? time = null, params IEnumerable<(string Key, string Value)> settings)
    {
        var all = settings.ToDictionary(setting => $"Backends:Loki:{setting.Key}", string? (setting) => setting.Value);
        all["Backends:Loki:Url"] = url.ToString();
        var services = new ServiceCollection();
        if (time is not null) services.AddSingleton(time);
        _services = services.AddRumPortalClients(new ConfigurationBuilder().AddInMemoryCollection(all).Build()).BuildServiceProvider();
    }

    public LokiClient Loki => _services.GetRequiredService<LokiClient>();

    public ValueTask DisposeAsync() => _services.DisposeAsync();
}
