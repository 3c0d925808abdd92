using Microsoft.Data.Sqlite;
using RumPortal.Storage;
using RumPortal.Storage.Databases;
using RumPortal.Storage.Schema;
using RumPortal.Storage.Vitals;

namespace RumPortal.IntegrationTests.Storage;

/// <summary>What can be wrong with a file.</summary>
public sealed class SqliteFaultTests(SqliteFiles files) : DatabaseTests(files), IClassFixture<SqliteFiles>
{
    [Fact]
    public async Task File_ThatIsNoDatabase_IsDamagedAndStaysAsItIs()
    {
        var path = Path.Combine(files.Folder, "notes.txt");
        var text = string.Concat(Enumerable.Repeat("Not a database at all. ", 100));
        await File.WriteAllTextAsync(path, text, Cancellation);

        using var database = new Database(Address($"Data Source={path}"));
        var failed = await FailsAsync(StorageFault.Damaged, () => MigrateAsync(database));

        Assert.Equal("The portal's database is damaged or is no database of the portal.", failed.Message);
        Assert.Contains(path, failed.Detail, StringComparison.Ordinal);
        Assert.Equal(failed.Message, await database.FaultAsync(Cancellation));
        Assert.Equal(text, await File.ReadAllTextAsync(path, Cancellation));
    }

    [Fact]
    public async Task File_WithBrokenPages_IsDamaged()
    {
        await new RouteTemplateStore(Database, Clock).ReadAsync("shop-web", Cancellation);
        var path = Database.Address.Place;
        Database.Dispose();
        await using (var file = File.OpenWrite(path))
        {
            file.Position = 100;
            await file.WriteAsync(new byte[file.Length - 100], Cancellation);
        }

        using var database = new Database(Database.Address);
        await FailsAsync(StorageFault.Damaged, () => new RouteTemplateStore(database, Clock).ReadAsync("shop-web", Cancellation));
    }

    [Fact]
    public async Task File_ThatMayOnlyBeRead_AnswersAndTakesNoChanges()
    {
        var store = new RouteTemplateStore(Open("Mode=ReadOnly"), Clock);

        Assert.Equal(0, (await store.ReadAsync("shop-web", Cancellation)).Version);
        var refused = await FailsAsync(
            StorageFault.ReadOnly, () => store.ReplaceAsync("shop-web", 0, Domain.Vitals.Routes.RouteTemplates.Automatic, "Ann", Cancellation));

        Assert.Equal("The portal's database takes no changes: it or its folder can only be read.", refused.Message);
    }

    [Theory]
    [InlineData("/proc/self/portal.db")]
    [InlineData("/no/such/folder/portal.db")]
    [InlineData("/")]
    public async Task Folder_ThatTakesNoFile_IsSaidWithItsPath(string path)
    {
        using var database = new Database(Address($"Data Source={path}"));

        var failed = await FailsAsync(StorageFault.Unreachable, () => MigrateAsync(database));

        Assert.Equal("The portal's database cannot be reached or opened.", failed.Message);
        Assert.StartsWith($"SQLite file {path}: SQLite Error 14", failed.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task File_ThatAnotherHolds_IsBusyAfterTheTimeout()
    {
        await using var other = new SqliteConnection(Database.Address.ConnectionString);
        await other.OpenAsync(Cancellation);
        await using var held = await other.BeginTransactionAsync(Cancellation);
        var store = new RouteTemplateStore(Open("Default Timeout=1"), Clock);

        Assert.Equal(0, (await store.ReadAsync("shop-web", Cancellation)).Version);
        await FailsAsync(StorageFault.Busy, () => store.ReplaceAsync("shop-web", 0, Domain.Vitals.Routes.RouteTemplates.Automatic, "Ann", Cancellation));
    }

    [Fact]
    public async Task Database_ThatIsDisposed_LetsGoOfItsFile()
    {
        await new RouteTemplateStore(Database, Clock).ReadAsync("shop-web", Cancellation);

        Database.Dispose();

        // The last connection takes the log of the file with it.
        Assert.False(File.Exists(Database.Address.Place + "-wal"));
    }

    private Task<int> MigrateAsync(Database database) => new SchemaMigrator(database, Migration.All, Clock).MigrateAsync(Cancellation);

    private static DatabaseAddress Address(string text)
    {
        Assert.True(DatabaseAddress.TryParse(text, "/", out var address, out var fault), fault);
        return address;
    }
}
