using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using RumPortal.Clients;
using RumPortal.Clients.Tempo;

namespace RumPortal.IntegrationTests.Clients;

/// <summary>Clients of Tempo as the portal makes them, from settings; each with guards of its own.</summary>
internal sealed class TempoClients : IAsyncDisposable
{
    private readonly ServiceProvider _services;

    public TempoClients(Uri? url, params IEnumerable<(string Key, string Value)> settings)
    {
        var all = settings.ToDictionary(setting => $"Backends:Tempo:{setting.Key}", string? (setting) => setting.Value);
        all["Backends:Tempo:Url"] = url?.ToString();
        _services = new ServiceCollection().AddRumPortalClients(new ConfigurationBuilder().AddInMemoryCollection(all).Build()).BuildServiceProvider();
    }

    public TempoClient Tempo => _services.GetRequiredService<TempoClient>();

    public ValueTask DisposeAsync() => _services.DisposeAsync();
}
