using RumPortal.Domain.Vitals.Recording;
using RumPortal.Storage;
using RumPortal.Storage.Vitals;

namespace RumPortal.IntegrationTests.Storage;

public abstract class DimensionSetStoreTests(IDatabaseServer server) : DatabaseTests(server)
{
    private DimensionSetStore Store => new(Database, Clock);

    [Fact]
    public async Task DimensionSet_Added_IsReadBackAsItWas()
    {
        var added = await Store.AddAsync("shop-web", Set("by-browser", "browser_name", "app_version", "browser_os"), "Ann", Cancellation);
        var found = await Store.FindAsync("shop-web", added.Id, Cancellation);

        Assert.Equal(added, found);
        Assert.Equal(["browser_name", "app_version", "browser_os"], added.Set.Dimensions);
        Assert.Equal(new Revision(1, "Ann", Clock.Now, "Ann", Clock.Now), added.Revision);
    }

    [Fact]
    public async Task DimensionSets_Listed_AreThoseOfTheAppByName()
    {
        foreach (var name in (string[])["b", "a-2", "a"]) await Store.AddAsync("shop-web", Set(name, "app_version"), "Ann", Cancellation);
        await Store.AddAsync("shop-api", Set("other", "app_version"), "Ann", Cancellation);

        var listed = await Store.ListAsync("shop-web", Cancellation);

        Assert.Equal(["a", "a-2", "b"], listed.Select(stored => stored.Set.Name));
    }

    [Fact]
    public async Task DimensionSets_OfAnAppThatNobodyKnows_AreNone() => Assert.Empty(await Store.ListAsync("no-such-app", Cancellation));

    [Fact]
    public async Task DimensionSet_Replaced_CountsTheVersionAndKeepsItsMaker()
    {
        var made = Clock.Now;
        var added = await Store.AddAsync("shop-web", Set("by-browser", "browser_name"), "Ann", Cancellation);
        Clock.Now += TimeSpan.FromHours(1);

        var replaced = await Store.ReplaceAsync("shop-web", added.Id, 1, Set("by-os", "browser_os", "app_version"), "Bob", Cancellation);

        Assert.Equal(new Revision(2, "Ann", made, "Bob", Clock.Now), replaced.Revision);
        Assert.Equal(Set("by-os", "browser_os", "app_version"), replaced.Set);
        Assert.Equal([replaced], await Store.ListAsync("shop-web", Cancellation));
    }

    [Fact]
    public async Task DimensionSet_ReplacedOnAnOldVersion_IsAConflictThatNamesTheOther()
    {
        var added = await Store.AddAsync("shop-web", Set("by-browser", "browser_name"), "Ann", Cancellation);
        var first = await Store.ReplaceAsync("shop-web", added.Id, 1, Set("by-browser", "browser_os"), "Bob", Cancellation);

        var conflict = await FailsAsync(
            StorageFault.Conflict, () => Store.ReplaceAsync("shop-web", added.Id, 1, Set("by-browser", "app_version"), "Ann", Cancellation));
        await FailsAsync(StorageFault.Conflict, () => Store.RemoveAsync("shop-web", added.Id, 1, Cancellation));

        Assert.Equal("Bob changed the dimension set 'by-browser' in the meantime; load it again.", conflict.Message);
        Assert.Equal([first], await Store.ListAsync("shop-web", Cancellation));
    }

    [Fact]
    public async Task DimensionSet_ReplacedByManyAtOnce_TakesOneOfThem()
    {
        var added = await Store.AddAsync("shop-web", Set("by-browser", "browser_name"), "Ann", Cancellation);
        async Task<bool> TryAsync(int author)
        {
            try
            {
                await Store.ReplaceAsync("shop-web", added.Id, 1, Set($"set-{author}", "app_version"), $"Author {author}", Cancellation);
                return true;
            }
            catch (StorageException exception) when (exception.Fault == StorageFault.Conflict)
            {
                return false;
            }
        }

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 8).Select(author => Task.Run(() => TryAsync(author), Cancellation)));

        Assert.Equal(1, outcomes.Count(won => won));
        Assert.Equal(2, Assert.Single(await Store.ListAsync("shop-web", Cancellation)).Revision.Version);
    }

    [Fact]
    public async Task DimensionSet_WithATakenName_IsRefusedWithItsName()
    {
        await Store.AddAsync("shop-web", Set("by-browser", "browser_name"), "Ann", Cancellation);
        var other = await Store.AddAsync("shop-web", Set("by-os", "browser_os"), "Ann", Cancellation);

        var added = await FailsAsync(StorageFault.Duplicate, () => Store.AddAsync("shop-web", Set("by-browser", "browser_os"), "Bob", Cancellation));
        await FailsAsync(StorageFault.Duplicate, () => Store.ReplaceAsync("shop-web", other.Id, 1, Set("by-browser", "browser_os"), "Bob", Cancellation));

        Assert.Equal("shop-web has a dimension set named 'by-browser' already.", added.Message);
        Assert.Equal(2, (await Store.ListAsync("shop-web", Cancellation)).Count);
        await Store.AddAsync("shop-api", Set("by-browser", "browser_name"), "Bob", Cancellation);
    }

    [Fact]
    public async Task DimensionSet_OfAnotherApp_CannotBeReachedByItsId()
    {
        var added = await Store.AddAsync("shop-web", Set("by-browser", "browser_name"), "Ann", Cancellation);

        Assert.Null(await Store.FindAsync("shop-api", added.Id, Cancellation));
        await FailsAsync(StorageFault.NotFound, () => Store.ReplaceAsync("shop-api", added.Id, 1, Set("mine", "app_version"), "Eve", Cancellation));
        await FailsAsync(StorageFault.NotFound, () => Store.RemoveAsync("shop-api", added.Id, 1, Cancellation));
        Assert.Equal([added], await Store.ListAsync("shop-web", Cancellation));
    }

    [Fact]
    public async Task DimensionSet_Removed_IsGone()
    {
        var added = await Store.AddAsync("shop-web", Set("by-browser", "browser_name"), "Ann", Cancellation);

        await Store.RemoveAsync("shop-web", added.Id, 1, Cancellation);

        Assert.Empty(await Store.ListAsync("shop-web", Cancellation));
        await FailsAsync(StorageFault.NotFound, () => Store.RemoveAsync("shop-web", added.Id, 1, Cancellation));
    }

    [Fact]
    public async Task DimensionSets_BeyondTheLimit_AreRefused()
    {
        for (var i = 0; i < DimensionSetStore.MostSets; i++) await Store.AddAsync("shop-web", Set($"set-{i}", "app_version"), "Ann", Cancellation);

        var refused = await FailsAsync(StorageFault.LimitReached, () => Store.AddAsync("shop-web", Set("more", "app_version"), "Ann", Cancellation));

        Assert.Equal("shop-web has 50 dimension sets, the most an app may have.", refused.Message);
    }

    [Theory]
    [MemberData(nameof(HostileTexts.Names), MemberType = typeof(HostileTexts), DisableDiscoveryEnumeration = true)]
    public async Task Names_ThatCannotBeStored_AreRefusedInWords(string name, string reason)
    {
        var app = await FailsAsync(StorageFault.Invalid, () => Store.ListAsync(name, Cancellation));
        var author = await FailsAsync(StorageFault.Invalid, () => Store.AddAsync("shop-web", Set("a", "app_version"), name, Cancellation));

        Assert.Equal($"The app's name {reason}", app.Message);
        Assert.Equal($"The author's name {reason}", author.Message);
    }

    [Fact]
    public async Task App_WithANameThatIsSql_IsJustAName()
    {
        const string Hostile = "'); DROP TABLE dimension_set; -- 🛒 \"日本";
        await Store.AddAsync(Hostile, Set("by-browser", "browser_name"), Hostile, Cancellation);

        var stored = Assert.Single(await Store.ListAsync(Hostile, Cancellation));

        Assert.Equal((Hostile, Hostile), (stored.App, stored.Revision.CreatedBy));
    }

    [Theory]
    [InlineData("dimensions = '{'")]
    [InlineData("dimensions = 'null'")]
    [InlineData("dimensions = '[null]'")]
    [InlineData("dimensions = '[]'")]
    [InlineData("id = 'no id'")]
    [InlineData("changed_at = 9223372036854775807")]
    [InlineData("name = 'No Name'")]
    public async Task Row_ThatThePortalNeverWrote_IsCalledDamaged(string change)
    {
        await Store.AddAsync("shop-web", Set("by-browser", "browser_name"), "Ann", Cancellation);
        await Database.ChangeAsync($"UPDATE dimension_set SET {change}", new { }, Cancellation);

        await FailsAsync(StorageFault.Damaged, () => Store.ListAsync("shop-web", Cancellation));
    }

    [Fact]
    public async Task Store_WithACancelledCaller_Cancels()
    {
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Store.ListAsync("shop-web", cancelled.Token));
    }

    private static DimensionSet Set(string name, params string[] dimensions)
    {
        Assert.True(DimensionSet.TryCreate(name, dimensions, out var set, out var fault), fault);
        return set;
    }
}

public sealed class SqliteDimensionSetStoreTests(SqliteFiles files) : DimensionSetStoreTests(files), IClassFixture<SqliteFiles>;

[Collection(PostgresCollection.Name)]
public sealed class PostgresDimensionSetStoreTests(PostgresServer server) : DimensionSetStoreTests(server);
