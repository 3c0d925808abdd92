using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using RumPortal.Clients;
using RumPortal.Clients.Tempo;

namespace RumPortal.UnitTests.Clients.Tempo;

public sealed class TempoOptionsTests
{
    private const string Loki = "Backends:Loki:Url=http://loki:3100";

    [Fact]
    public void Client_WithoutASection_IsNotConfigured()
    {
        using var services = new ServiceCollection().AddRumPortalClients(Configuration(Loki)).BuildServiceProvider();

        Assert.False(services.GetRequiredService<TempoClient>().IsConfigured);
        Assert.Empty(ClientSettings.FaultsOf(Configuration(Loki)));
    }

    [Fact]
    public void Options_OfAWholeSection_AreBound()
    {
        var configuration = Configuration(Loki, "Backends:Tempo:Url=http://tempo:3200/tempo", "Backends:Tempo:Tenant=team-a", "Backends:Tempo:Timeout=00:00:20");
        using var services = new ServiceCollection().AddRumPortalClients(configuration).BuildServiceProvider();
        var options = services.GetRequiredService<IOptions<TempoOptions>>().Value;

        Assert.Equal(("http://tempo:3200/tempo", "team-a", TimeSpan.FromSeconds(20)), (options.Url, options.Tenant, options.Timeout));
        Assert.True(services.GetRequiredService<TempoClient>().IsConfigured);
    }

    [Fact]
    public void Faults_OfASection_AreNamedTogether()
    {
        var faults = ClientSettings.FaultsOf(Configuration(
            Loki, "Backends:Tempo:Tenant=a:b", "Backends:Tempo:Password=x", "Backends:Tempo:Timeout=soon", "Backends:Tempo:Limit=x"));

        string[] keys = ["Timeout is", "Limit: is not a setting", "Url is", "Tenant is", "Password is"];
        Assert.All(keys, key => Assert.Single(faults, fault => fault.StartsWith($"Backends:Tempo:{key}", StringComparison.Ordinal)));
        Assert.Equal(keys.Length, faults.Count);
    }

    private static IConfiguration Configuration(params string[] settings) => new ConfigurationBuilder()
        .AddInMemoryCollection(settings.Select(setting => setting.Split('=', 2)).Select(parts => new KeyValuePair<string, string?>(parts[0], parts[1]))).Build();
}
