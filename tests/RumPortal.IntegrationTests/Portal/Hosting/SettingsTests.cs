using RumPortal.Portal.Configuration;
using RumPortal.Testing;
using RumPortal.Testing.Portals;

namespace RumPortal.IntegrationTests.Portal.Hosting;

public sealed class SettingsTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Start_InvalidSettings_NamesEveryFaultAndEndsWith78()
    {
        using var portal = PortalProgram.Start(new Dictionary<string, string>
        {
            ["ASPNETCORE_ENVIRONMENT"] = "Development",
            ["Authentication__Mode"] = "Magic",
            ["Authentication__Secret"] = "x",
            ["Backends__Loki__Url"] = "loki:3100",
            ["Backends__Loki__Timeout"] = "soon",
            ["Backends__Loki__MaxEntries"] = "many",
            ["Backends__Loki__Adress"] = "http://loki:3100",
            ["Backends__Loki__Labels__App"] = "app-name",
            ["Teams__0__Role"] = "King",
            ["Teams__0__Permissions__0"] = "user:see",
            ["Telemetry__OtlpEndpoint"] = "ftp://collector",
            ["Storage__StateFolder"] = "/dev/null/state",
            ["Storage__Folder"] = "x",
            ["Storage__ConnectionString"] = "nonsense",
        });

        Assert.Equal(78, await portal.WaitForExitAsync());
        string[] named =
        [
            "Authentication:Mode: 'Magic' is not known. Legal: Development.",
            "Authentication:Secret: is not a setting. Known here: Mode.",
            "Backends:Loki:Url is 'loki:3100'; it must be an absolute http or https address",
            "Backends:Loki:Timeout is 'soon'; ",
            "Backends:Loki:MaxEntries is 'many'; ",
            "Backends:Loki:Adress: is not a setting.",
            "Backends:Loki:Labels:App is 'app-name'; it must be a label name",
            "Teams:0:Name: must be set.",
            "Teams:0:Role: 'King' is not a role. Legal: Viewer, Approver, Admin.",
            "Teams:0:Permissions: 'user:see' is not a permission. Legal: replay:view, user:unmask.",
            "Telemetry:OtlpEndpoint: must be an http or https URL",
            "Storage:StateFolder: the folder '/dev/null/state' cannot be made",
            "Storage:Folder: is not a setting. Known here: StateFolder, ConnectionString.",
            "Storage:ConnectionString: is no connection string. It must be 'Data Source=<file>' for SQLite",
        ];
        Assert.All(named, fault => Assert.Contains(fault, portal.Output, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Start_DatabaseThatCannotBeUsed_SaysSoAndEndsWith78()
    {
        await File.WriteAllTextAsync(Path.Combine(_folder.Path, "portal.db"), new string('x', 4096), TestContext.Current.CancellationToken);
        using var portal = PortalProgram.Start(new PortalSetup(new Uri("http://127.0.0.1:9")), _folder.Path);

        Assert.Equal(78, await portal.WaitForExitAsync());
        Assert.Contains("The portal's database is damaged or is no database of the portal. (", portal.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("Unhandled exception", portal.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Build_NoSettings_NamesWhatIsNeeded()
    {
        var settings = new Dictionary<string, string?> { ["Storage:StateFolder"] = _folder.Path };

        var fault = Assert.Throws<InvalidSettingsException>(() => RunningPortal.Build(settings));

        Assert.Equal(2, fault.Faults.Count);
        Assert.StartsWith("Authentication:Mode: must be set.", fault.Faults[0], StringComparison.Ordinal);
        Assert.StartsWith("Backends:Loki:Url is ''; it must be", fault.Faults[1], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("urls", "http://0.0.0.0:5080")]
    [InlineData("urls", "http://*:5080")]
    [InlineData("urls", "http://+:5080")]
    [InlineData("urls", "http://[::]:5080")]
    [InlineData("urls", "http://portal.example.test:5080")]
    [InlineData("urls", "http://localhost:5080;http://192.0.2.1:5080")]
    [InlineData("http_ports", "8080")]
    [InlineData("Kestrel:Endpoints:All:Url", "http://0.0.0.0:80")]
    public void Build_DevelopmentSignInForOthersToReach_IsRefused(string key, string value)
    {
        var settings = new PortalSetup(new Uri("http://127.0.0.1:9")).Settings(_folder.Path);
        if (key != "urls") settings.Remove("urls");
        settings[key] = value;

        var fault = Assert.Throws<InvalidSettingsException>(() => RunningPortal.Build(settings));

        Assert.StartsWith("Authentication:Mode: Development is refused on 'http://", Assert.Single(fault.Faults), StringComparison.Ordinal);
    }

    [Fact]
    public void Build_DevelopmentSignInInProduction_IsRefused()
    {
        var settings = new PortalSetup(new Uri("http://127.0.0.1:9")).Settings(_folder.Path);

        var fault = Assert.Throws<InvalidSettingsException>(() => RunningPortal.Build(settings, "Production"));

        var word = Assert.Single(fault.Faults);
        Assert.StartsWith("Authentication:Mode: Development is refused in the environment Production", word, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("http://localhost:5080")]
    [InlineData("http://127.0.0.1:5080")]
    [InlineData("http://[::1]:5080")]
    public async Task Build_DevelopmentSignInOnLoopback_IsAllowed(string url)
    {
        var settings = new PortalSetup(new Uri("http://127.0.0.1:9")).Settings(_folder.Path);
        settings["urls"] = url;

        await using var portal = RunningPortal.Build(settings);

        Assert.NotNull(portal);
    }
}
