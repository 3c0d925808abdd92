using RumPortal.Storage;
using RumPortal.Storage.Databases;
using RumPortal.Storage.Schema;

namespace RumPortal.IntegrationTests.Storage;

public abstract class SchemaMigratorTests(IDatabaseServer server) : DatabaseTests(server)
{
    private static readonly Migration First = new(1, "0001_first", "CREATE TABLE one (id BIGINT NOT NULL PRIMARY KEY);\nINSERT INTO one VALUES (1);\n");
    private static readonly Migration Second = new(2, "0002_second", "CREATE TABLE two (id BIGINT NOT NULL PRIMARY KEY);");

    protected override bool StartsLaidOut => false;

    [Fact]
    public async Task Migrations_OfThisRelease_LayOutAnEmptyDatabaseOnce()
    {
        Assert.Equal(Migration.All.Count, await MigrateAsync(Database, Migration.All));
        Assert.Equal(0, await MigrateAsync(Database, Migration.All));
        Assert.Equal(Migration.All.Select(migration => migration.Name), await NamesAsync());
    }

    [Fact]
    public async Task Migrations_OfANewerRelease_AddWhatIsMissing()
    {
        await MigrateAsync(Database, [First]);

        var applied = await MigrateAsync(Database, [First, Second]);

        Assert.Equal(1, applied);
        Assert.Equal(["0001_first", "0002_second"], await NamesAsync());
        Assert.Equal(0, await CountAsync("two"));
    }

    [Fact]
    public async Task Migrations_ByManyStartersAtOnce_AreAppliedOnce()
    {
        var starters = Enumerable.Range(0, 6).Select(_ => Open()).ToList();

        var applied = await Task.WhenAll(starters.Select(starter => Task.Run(() => MigrateAsync(starter, [First, Second]), Cancellation)));

        Assert.Equal([0, 0, 0, 0, 0, 2], applied.Order());
        Assert.Equal(1, await CountAsync("one"));
    }

    [Fact]
    public async Task Migration_ChangedAfterItWasApplied_IsRefusedAndNothingIsDone()
    {
        await MigrateAsync(Database, [First]);
        var changed = First with { Sql = First.Sql + "-- one word more" };

        var refused = await FailsAsync(StorageFault.Schema, () => MigrateAsync(Database, [changed, Second]));

        Assert.Equal(
            "The portal's database was not changed: the migration 0001_first reads differently now than when it was applied "
            + $"(checksum {First.Checksum}, now {changed.Checksum}). Restore its text and write the change as a new migration.",
            refused.Message);
        Assert.Equal(["0001_first"], await NamesAsync());
    }

    [Fact]
    public async Task Migration_WithTheLineEndsOfAnotherCheckout_IsTheSame()
    {
        await MigrateAsync(Database, [First]);

        Assert.Equal(0, await MigrateAsync(Database, [First with { Sql = First.Sql.ReplaceLineEndings("\r\n") }]));
    }

    [Fact]
    public async Task Database_OfANewerRelease_IsRefused()
    {
        await MigrateAsync(Database, [First, Second]);

        var refused = await FailsAsync(StorageFault.Schema, () => MigrateAsync(Database, [First]));

        Assert.Equal(
            "The portal's database was not changed: it has the migration 0002_second, which this release does not know. Run the release that made it, or a newer one.",
            refused.Message);
    }

    [Fact]
    public async Task Database_WithAGap_IsRefused()
    {
        await MigrateAsync(Database, [First, Second]);
        await Database.ChangeAsync("DELETE FROM schema_migration WHERE number = 1", new { }, Cancellation);

        var refused = await FailsAsync(StorageFault.Schema, () => MigrateAsync(Database, [First, Second]));

        Assert.Equal("The portal's database was not changed: the migration 0001_first is missing although 0002_second was applied.", refused.Message);
    }

    [Fact]
    public async Task Migrations_OfWhichOneFails_LeaveNothingBehind()
    {
        var broken = new Migration(2, "0002_broken", "CREATE TABLE half (id BIGINT); INSERT INTO no_such_table VALUES (1);");

        var failed = await FailsAsync(StorageFault.Schema, () => MigrateAsync(Database, [First, broken]));

        Assert.Equal("The portal's database was not changed: the migration 0002_broken failed.", failed.Message);
        Assert.Contains("no_such_table", failed.Detail, StringComparison.Ordinal);
        Assert.Equal(2, await MigrateAsync(Database, [First, Second]));
    }

    [Fact]
    public async Task Starter_ThatWaitsTooLong_SaysWhoIsInTheWay()
    {
        var (holds, release) = (new TaskCompletionSource(), new TaskCompletionSource());
        var first = Task.Run(
            () => Database.ChangeSchemaAsync(
                async _ =>
                {
                    holds.SetResult();
                    await release.Task;
                    return 0;
                },
                TimeSpan.FromSeconds(10), Cancellation),
            Cancellation);
        await holds.Task;

        await FailsAsync(StorageFault.Busy, () => Open().ChangeSchemaAsync(_ => Task.FromResult(0), TimeSpan.FromSeconds(1), Cancellation));
        release.SetResult();

        Assert.Equal(0, await first);
    }

    [Fact]
    public async Task Database_OnceItIsLaidOut_IsUsable()
    {
        Assert.Equal("The portal's database answered with an error.", await Database.FaultAsync(Cancellation));

        await MigrateAsync(Database, Migration.All);

        Assert.Null(await Database.FaultAsync(Cancellation));
    }

    private Task<int> MigrateAsync(Database database, IReadOnlyList<Migration> migrations) => new SchemaMigrator(database, migrations, Clock).MigrateAsync(Cancellation);

    private Task<IReadOnlyList<string>> NamesAsync() =>
        Database.QueryAsync<string, string>("SELECT name FROM schema_migration ORDER BY number", null, name => name, Cancellation);

    private async Task<long> CountAsync(string table) =>
        Assert.Single(await Database.QueryAsync<long, long>($"SELECT COUNT(*) FROM {table}", null, count => count, Cancellation));
}

public sealed class SqliteSchemaMigratorTests(SqliteFiles files) : SchemaMigratorTests(files), IClassFixture<SqliteFiles>;

[Collection(PostgresCollection.Name)]
public sealed class PostgresSchemaMigratorTests(PostgresServer server) : SchemaMigratorTests(server);
