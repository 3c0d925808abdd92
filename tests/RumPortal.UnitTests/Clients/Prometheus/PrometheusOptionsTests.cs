using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using RumPortal.Clients;
using RumPortal.Clients.Prometheus;

namespace RumPortal.UnitTests.Clients.Prometheus;

public sealed class PrometheusOptionsTests
{
    private const string Loki = "Backends:Loki:Url=http://loki:3100";

    [Fact]
    public void Client_WithoutASection_IsNotConfigured()
    {
        using var services = new ServiceCollection().AddRumPortalClients(Configuration(Loki)).BuildServiceProvider();

        Assert.False(services.GetRequiredService<PrometheusClient>().IsConfigured);
        Assert.Empty(ClientSettings.FaultsOf(Configuration(Loki)));
        Assert.NotNull(services.GetRequiredService<RecordedVitalsReader>());
    }

    [Fact]
    public void Options_ThatAreNull_CountAsEmpty()
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([new("Backends:Prometheus:Url", null), new("Backends:Prometheus:Tenant", null)]).Build();
        using var services = new ServiceCollection().AddRumPortalClients(configuration).BuildServiceProvider();

        Assert.Equal(("", ""), services.GetRequiredService<IOptions<PrometheusOptions>>().Value is var options ? (options.Url, options.Tenant) : default);
    }

    [Fact]
    public void Options_OfAWholeSection_AreBound()
    {
        var configuration = Configuration(Loki, "Backends:Prometheus:Url=http://mimir:8080/prometheus", "Backends:Prometheus:Tenant=team-a", "Backends:Prometheus:Timeout=00:00:20");
        using var services = new ServiceCollection().AddRumPortalClients(configuration).BuildServiceProvider();
        var options = services.GetRequiredService<IOptions<PrometheusOptions>>().Value;

        Assert.Equal(("http://mimir:8080/prometheus", "team-a", TimeSpan.FromSeconds(20)), (options.Url, options.Tenant, options.Timeout));
        Assert.True(services.GetRequiredService<PrometheusClient>().IsConfigured);
    }

    [Fact]
    public void Faults_OfBothBackends_AreNamedTogether()
    {
        var faults = ClientSettings.FaultsOf(Configuration(
            "Backends:Loki:Url=loki", "Backends:Prometheus:Tenant=a:b", "Backends:Prometheus:Password=x", "Backends:Prometheus:Timeout=soon", "Backends:Prometheus:Labels=x"));

        string[] keys = ["Loki:Url is", "Prometheus:Timeout is", "Prometheus:Labels: is not a setting", "Prometheus:Url is", "Prometheus:Tenant is", "Prometheus:Password is"];
        Assert.All(keys, key => Assert.Single(faults, fault => fault.StartsWith($"Backends:{key}", StringComparison.Ordinal)));
        Assert.Equal(keys.Length, faults.Count);
    }

    private static IConfiguration Configuration(params string[] settings) => new ConfigurationBuilder()
        .AddInMemoryCollection(settings.Select(setting => setting.Split('=', 2)).Select(parts => new KeyValuePair<string, string?>(parts[0], parts[1]))).Build();
}
