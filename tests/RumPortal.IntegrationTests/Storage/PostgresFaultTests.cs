using Npgsql;
using RumPortal.Domain.Vitals.Routes;
using RumPortal.Storage;
using RumPortal.Storage.Databases;
using RumPortal.Storage.Vitals;

namespace RumPortal.IntegrationTests.Storage;

/// <summary>What can be wrong with a server.</summary>
[Collection(PostgresCollection.Name)]
public sealed class PostgresFaultTests(PostgresServer server) : DatabaseTests(server)
{
    [Fact]
    public async Task Server_ThatClosedIdleConnections_IsReadAllTheSame()
    {
        var store = new RouteTemplateStore(Database, Clock);
        await store.ReplaceAsync("shop-web", 0, RouteTemplates.Automatic, "Ann", Cancellation);
        await CloseConnectionsAsync();

        Assert.Equal(1, (await store.ReadAsync("shop-web", Cancellation)).Version);
    }

    [Fact]
    public async Task Connection_LostBeforeAChange_IsSaidAndTheNextTryWorks()
    {
        var store = new RouteTemplateStore(Database, Clock);
        await store.ReadAsync("shop-web", Cancellation);
        await CloseConnectionsAsync();

        await FailsAsync(StorageFault.Unreachable, () => store.ReplaceAsync("shop-web", 0, RouteTemplates.Automatic, "Ann", Cancellation));

        Assert.Equal(1, (await store.ReplaceAsync("shop-web", 0, RouteTemplates.Automatic, "Ann", Cancellation)).Version);
    }

    [Fact]
    public async Task Server_ThatNobodyRuns_IsUnreachable()
    {
        Assert.True(DatabaseAddress.TryParse("postgres://rum:secret@127.0.0.1:1/rum", "/", out var address, out _));
        using var database = new Database(address);

        var failed = await FailsAsync(StorageFault.Unreachable, () => new RouteTemplateStore(database, Clock).ReadAsync("shop-web", Cancellation));

        Assert.Equal("The portal's database cannot be reached or opened.", failed.Message);
        Assert.StartsWith("PostgreSQL at 127.0.0.1:1/rum: ", failed.Detail, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", failed.ToString() + failed.Detail, StringComparison.Ordinal);
        Assert.Equal(failed.Message, await database.FaultAsync(Cancellation));
    }

    [Fact]
    public async Task Host_WithoutAnAddress_IsUnreachable()
    {
        Assert.True(DatabaseAddress.TryParse("Host=no-such-host.invalid", "/", out var address, out _));
        using var database = new Database(address);

        await FailsAsync(StorageFault.Unreachable, () => new RouteTemplateStore(database, Clock).ReadAsync("shop-web", Cancellation));
    }

    [Theory]
    [InlineData("Database=no_such_database", "The portal's database refuses the portal's sign-in or lacks a right for it.")]
    [InlineData("Username=no_such_user", "The portal's database refuses the portal's sign-in or lacks a right for it.")]
    public async Task SignIn_ThatTheServerRefuses_IsDenied(string wrong, string message)
    {
        var failed = await FailsAsync(StorageFault.Denied, () => new RouteTemplateStore(Open(wrong), Clock).ReadAsync("shop-web", Cancellation));

        Assert.Equal(message, failed.Message);
    }

    [Fact]
    public async Task Server_ThatMayOnlyBeRead_AnswersAndTakesNoChanges()
    {
        var store = new RouteTemplateStore(Open("Options=-c default_transaction_read_only=on"), Clock);

        Assert.Equal(0, (await store.ReadAsync("shop-web", Cancellation)).Version);
        await FailsAsync(StorageFault.ReadOnly, () => store.ReplaceAsync("shop-web", 0, RouteTemplates.Automatic, "Ann", Cancellation));
    }

    [Fact]
    public async Task Statement_ThatTheServerStops_IsBusy()
    {
        var database = Open("Options=-c statement_timeout=50");

        await FailsAsync(StorageFault.Busy, () => database.QueryAsync<string, string>("SELECT pg_sleep(5)::text", null, row => row, Cancellation));
    }

    /// <summary>Those of this test alone: its place is their name too.</summary>
    private Task CloseConnectionsAsync()
    {
        var name = new NpgsqlConnectionStringBuilder(ConnectionString).ApplicationName;
        return server.ExecuteAsync($"SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity WHERE application_name = '{name}'");
    }
}
