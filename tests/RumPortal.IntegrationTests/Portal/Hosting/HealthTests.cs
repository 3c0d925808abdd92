using System.Net;
using Microsoft.Data.Sqlite;
using RumPortal.Testing;
using RumPortal.Testing.Portals;

namespace RumPortal.IntegrationTests.Portal.Hosting;

public sealed class HealthTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private static readonly Uri NoLoki = new("http://127.0.0.1:9");

    [Theory]
    [InlineData("/livez")]
    [InlineData("/readyz")]
    public async Task Probe_LokiGone_IsStillWell(string probe)
    {
        await using var portal = await RunningPortal.StartAsync(new PortalSetup(NoLoki));

        Assert.Equal((HttpStatusCode.OK, "ok"), await AskAsync(portal, probe));
    }

    [Fact]
    public async Task Readiness_StateFolderGone_SaysSoAndLivenessDoesNot()
    {
        using var folder = new TemporaryFolder();
        using var elsewhere = new TemporaryFolder();
        var setup = new PortalSetup(NoLoki) { StateFolder = folder.Path, Database = $"Data Source={Path.Combine(elsewhere.Path, "portal.db")}" };
        await using var portal = await RunningPortal.StartAsync(setup);

        Directory.Delete(folder.Path, recursive: true);

        Assert.Equal((HttpStatusCode.ServiceUnavailable, "The state folder cannot be written."), await AskAsync(portal, "/readyz"));
        Assert.Equal((HttpStatusCode.OK, "ok"), await AskAsync(portal, "/livez"));
        Directory.CreateDirectory(folder.Path);
        Assert.Equal((HttpStatusCode.OK, "ok"), await AskAsync(portal, "/readyz"));
    }

    [Fact]
    public async Task Readiness_StateFolderReadOnly_SaysSo()
    {
        Assert.SkipWhen(
            OperatingSystem.IsWindows() || Environment.IsPrivilegedProcess,
            "Root may write anywhere; the test before this one takes the folder away.");
        using var folder = new TemporaryFolder();
        await using var portal = await RunningPortal.StartAsync(new PortalSetup(NoLoki) { StateFolder = folder.Path });
        const UnixFileMode ReadOnly = UnixFileMode.UserRead | UnixFileMode.UserExecute;
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(folder.Path, ReadOnly);

        var answer = await AskAsync(portal, "/readyz");

        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(folder.Path, ReadOnly | UnixFileMode.UserWrite);
        Assert.Equal((HttpStatusCode.ServiceUnavailable, "The state folder cannot be written."), answer);
    }

    [Fact]
    public async Task Readiness_DatabaseNotThePortals_SaysSoAndLivenessDoesNot()
    {
        using var folder = new TemporaryFolder();
        await using var portal = await RunningPortal.StartAsync(new PortalSetup(NoLoki) { StateFolder = folder.Path });

        await using (var database = new SqliteConnection($"Data Source={Path.Combine(folder.Path, "portal.db")}"))
        {
            await database.OpenAsync(Cancellation);
            await using var drop = database.CreateCommand();
            drop.CommandText = "DROP TABLE schema_migration";
            await drop.ExecuteNonQueryAsync(Cancellation);
        }

        Assert.Equal((HttpStatusCode.ServiceUnavailable, "The portal's database answered with an error."), await AskAsync(portal, "/readyz"));
        Assert.Equal((HttpStatusCode.OK, "ok"), await AskAsync(portal, "/livez"));
    }

    [Fact]
    public async Task Readiness_AskedOften_LeavesNothingBehind()
    {
        await using var portal = await RunningPortal.StartAsync(new PortalSetup(NoLoki));

        for (var i = 0; i < 20; i++) await AskAsync(portal, "/readyz");

        Assert.All(Directory.EnumerateFiles(portal.StateFolder), file => Assert.StartsWith("portal.db", Path.GetFileName(file), StringComparison.Ordinal));
    }

    private static async Task<(HttpStatusCode Status, string Text)> AskAsync(RunningPortal portal, string path)
    {
        using var response = await portal.Http.GetAsync(path, Cancellation);
        return (response.StatusCode, await response.Content.ReadAsStringAsync(Cancellation));
    }
}
