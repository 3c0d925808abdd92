using System.Net;
using RumPortal.Testing;
using RumPortal.Testing.Portals;

namespace RumPortal.IntegrationTests.Portal.Hosting;

/// <summary>What one run of the portal protected must be valid in the next, or a restart signs everybody out and spoils forms.</summary>
public sealed class KeyRingTests : IDisposable
{
    private static readonly PortalSetup Setup = new(new Uri("http://127.0.0.1:9"));

    private readonly TemporaryFolder _state = new();
    private readonly DeveloperBrowser _browser = new();

    public void Dispose()
    {
        _browser.Dispose();
        _state.Dispose();
    }

    [Fact]
    public async Task Restart_SameStateFolder_TakesTheFormOfTheRunBefore()
    {
        using var first = PortalProgram.Start(Setup, _state.Path);
        var page = await _browser.OpenAsync(await first.WaitForAddressAsync(), "/");
        Assert.Equal(0, await first.StopAsync());
        Assert.NotEmpty(Directory.EnumerateFiles(Path.Combine(_state.Path, "keys"), "key-*.xml"));

        using var second = PortalProgram.Start(Setup, _state.Path);
        var address = await second.WaitForAddressAsync();
        using (var answer = await _browser.SwitchAsync(address, page, "Viewer", PortalSetup.DocumentationTeam))
            Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        page = await _browser.OpenAsync(address, "/");
        Assert.Equal(0, await second.StopAsync());

        using var third = PortalProgram.Start(Setup, _state.Path);
        address = await third.WaitForAddressAsync();
        Assert.Equal("Documentation team", DeveloperBrowser.ViewerOn(await _browser.OpenAsync(address, "/")));
        using var back = await _browser.SwitchAsync(address, page, "Admin", "");
        Assert.Equal(HttpStatusCode.Redirect, back.StatusCode);
        Assert.DoesNotContain("Exception", first.Output + second.Output + third.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Restart_OtherStateFolder_RefusesTheFormOfTheRunBefore()
    {
        await using var first = await RunningPortal.StartAsync(Setup with { StateFolder = _state.Path });
        var page = await _browser.OpenAsync(first.Url, "/");
        await using var second = await RunningPortal.StartAsync(Setup);

        using var answer = await _browser.SwitchAsync(second.Url, page, "Viewer", "");

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Empty(second.Faults);
        await _browser.OpenAsync(second.Url, "/");
    }

    [Fact]
    public async Task Keys_InTheStateFolder_AreTheOwnersAlone()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no such modes.");
        await using var portal = await RunningPortal.StartAsync(Setup);
        await _browser.OpenAsync(portal.Url, "/");

        var mode = OperatingSystem.IsWindows() ? UnixFileMode.None : File.GetUnixFileMode(Path.Combine(portal.StateFolder, "keys"));

        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, mode);
    }
}
