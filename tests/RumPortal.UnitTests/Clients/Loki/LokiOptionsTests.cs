using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using RumPortal.Clients;
using RumPortal.Clients.Loki;

namespace RumPortal.UnitTests.Clients.Loki;

public sealed class LokiOptionsTests
{
    [Fact]
    public void Options_OfAWholeSection_AreBound()
    {
        using var services = Services(new()
        {
            ["Backends:Loki:Url"] = "https://gateway.example/loki", ["Backends:Loki:Tenant"] = "team-a|team-b", ["Backends:Loki:Timeout"] = "00:00:20",
            ["Backends:Loki:Labels:App"] = "application", ["Backends:Loki:Labels:Kind"] = "", ["Backends:Loki:Labels:Team"] = "owner",
        });
        var options = services.GetRequiredService<IOptions<LokiOptions>>().Value;

        Assert.Equal(("team-a|team-b", TimeSpan.FromSeconds(20), 5000), (options.Tenant, options.Timeout, options.MaxEntries));
        Assert.Equal(new StreamLabelNames("application", "app_environment", null, "owner"), services.GetRequiredService<LokiClient>().Labels);
    }

    [Fact]
    public void Options_WithManyFaults_AreRefusedWithAllOfThem()
    {
        using var services = Services(new()
        {
            ["Backends:Loki:Url"] = "loki:3100", ["Backends:Loki:Tenant"] = "a:b", ["Backends:Loki:Timeout"] = "00:00:00", ["Backends:Loki:MaxEntries"] = "1",
            ["Backends:Loki:BearerToken"] = "x\ny", ["Backends:Loki:Username"] = "u:v",
            ["Backends:Loki:Labels:App"] = "app.name", ["Backends:Loki:Labels:Environment"] = "", ["Backends:Loki:Labels:Kind"] = "by", ["Backends:Loki:Labels:Team"] = "app.name",
        });

        var failure = Assert.Throws<OptionsValidationException>(() => services.GetRequiredService<IOptions<LokiOptions>>().Value);

        string[] keys = ["Url", "Tenant", "BearerToken and", "BearerToken holds", "Username holds", "Timeout", "MaxEntries", "Labels:App", "Labels:Environment", "Labels:Kind", "Labels:Team", "Labels: App and Team"];
        Assert.Equal(keys.Length, failure.Failures.Count());
        Assert.All(keys, key => Assert.Single(failure.Failures, fault => fault.StartsWith($"Backends:Loki:{key}", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("", true)]
    [InlineData("team-a", true)]
    [InlineData("a|b", true)]
    [InlineData("A!-_.*'()9", true)]
    [InlineData(".", false)]
    [InlineData("..", false)]
    [InlineData("a||b", false)]
    [InlineData("|", false)]
    [InlineData("teamA:teamB", false)]
    [InlineData("a b", false)]
    [InlineData("größe", false)]
    [InlineData("a\r\nX-Evil: 1", false)]
    public void Tenant_OfAText_IsCheckedAgainstTheAlphabet(string tenant, bool isLegal)
    {
        using var services = Services(new() { ["Backends:Loki:Url"] = "http://loki:3100", ["Backends:Loki:Tenant"] = tenant });

        Assert.Equal(isLegal, Record.Exception(() => services.GetRequiredService<IOptions<LokiOptions>>().Value) is null);
    }

    [Theory]
    [InlineData("http://loki:3100", true)]
    [InlineData("https://gateway.example/loki/", true)]
    [InlineData("http://[::1]:3100", true)]
    [InlineData("", false)]
    [InlineData("loki:3100", false)]
    [InlineData("ftp://loki", false)]
    [InlineData("http://user:secret@loki", false)]
    [InlineData("http://loki?x=1", false)]
    [InlineData("http://loki#x", false)]
    public void Url_OfAText_MustBeABareHttpAddress(string url, bool isLegal)
    {
        using var services = Services(new() { ["Backends:Loki:Url"] = url });

        Assert.Equal(isLegal, Record.Exception(() => services.GetRequiredService<IOptions<LokiOptions>>().Value) is null);
    }

    private static ServiceProvider Services(Dictionary<string, string?> settings) =>
        new ServiceCollection().AddRumPortalClients(new ConfigurationBuilder().AddInMemoryCollection(settings).Build()).BuildServiceProvider();
}
