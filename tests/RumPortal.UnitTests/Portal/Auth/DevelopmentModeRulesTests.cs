using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Hosting;
using RumPortal.Portal.Auth;
using RumPortal.Portal.Configuration;
using RumPortal.UnitTests.Portal.Configuration;

namespace RumPortal.UnitTests.Portal.Auth;

public sealed class DevelopmentModeRulesTests
{
    [Theory]
    [InlineData("urls", "http://localhost:5080")]
    [InlineData("urls", "http://localhost:5080;https://127.0.0.1:0; http://[::1]:81")]
    [InlineData("urls", "")]
    [InlineData("http_ports", "")]
    [InlineData("Kestrel:Endpoints:Http:Url", "http://localhost:5080")]
    [InlineData("Kestrel:Endpoints:Http:Protocols", "Http1")]
    public void Check_OfALoopbackBinding_HasNoFault(string key, string value) => Assert.Empty(Faults("Development", (key, value)));

    [Theory]
    [InlineData("urls", "http://0.0.0.0:80", "http://0.0.0.0:80")]
    [InlineData("urls", "http://*:80", "http://*:80")]
    [InlineData("urls", "http://+:80", "http://+:80")]
    [InlineData("urls", "http://localhost:80;http://portal.example", "http://portal.example")]
    [InlineData("urls", "localhost:5080", "localhost:5080")]
    [InlineData("urls", "http://unix:/tmp/portal.sock", "http://unix:/tmp/portal.sock")]
    [InlineData("urls", "http://[::]:80", "http://[::]:80")]
    [InlineData("http_ports", "8080", "http://*:8080")]
    [InlineData("https_ports", "8443", "http://*:8443")]
    [InlineData("Kestrel:Endpoints:Http:Url", "http://*:5080", "http://*:5080")]
    public void Check_OfABindingThatOthersReach_IsRefused(string key, string value, string said) => Assert.Equal(
        [$"Authentication:Mode: Development is refused on '{said}'; bind to http://localhost:5080 or another loopback address."], Faults("Development", (key, value)));

    [Fact]
    public void Check_OfPortsBesideUrls_JudgesWhatIsEffective() => Assert.Empty(Faults("Development", ("urls", "http://localhost:1"), ("http_ports", "8080")));

    [Fact]
    public void Check_InProduction_IsRefusedWithTheOtherFaults() => Assert.Equal(
        [
            "Authentication:Mode: Development is refused in the environment Production; set ASPNETCORE_ENVIRONMENT=Development to run it on your own machine.",
            "Authentication:Mode: Development is refused on 'http://*:80'; bind to http://localhost:5080 or another loopback address.",
            "Authentication:Mode: Development is refused on 'http://+:81'; bind to http://localhost:5080 or another loopback address.",
        ],
        Faults("Production", ("urls", "http://*:80"), ("Kestrel:Endpoints:A:Url", "http://+:81")));

    private static IReadOnlyList<string> Faults(string environment, params (string Key, string? Value)[] settings)
    {
        var faults = new SettingsFaults();
        DevelopmentModeRules.Check(Settings.Of(settings), new NamedEnvironment { EnvironmentName = environment }, faults);
        return faults.All;
    }

    private sealed class NamedEnvironment : IHostEnvironment
    {
        public required string EnvironmentName { get; set; }

        public string ApplicationName { get; set; } = "";

        public string ContentRootPath { get; set; } = "/";

        public IFileProvider ContentRootFileProvider { get; set; } = new NullFileProvider();
    }
}
