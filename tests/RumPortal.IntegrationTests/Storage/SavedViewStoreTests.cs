using RumPortal.Storage;
using RumPortal.Storage.Views;

namespace RumPortal.IntegrationTests.Storage;

public abstract class SavedViewStoreTests(IDatabaseServer server) : DatabaseTests(server)
{
    private static readonly SavedViewDraft Arc = new("vitals", "118 in Arc", "app=shop-web&from=now-24h&by=browser_name&filter=app_version%3A118");

    private SavedViewStore Store => new(Database, Clock);

    [Fact]
    public async Task View_Added_IsReadBackAsItWas()
    {
        var added = await Store.AddAsync("ann", Arc, Cancellation);

        Assert.Equal(added, await Store.FindAsync("ann", [], added.Id, Cancellation));
        Assert.Equal(new SavedView(added.Id, "ann", null, Arc.Page, Arc.Name, Arc.Query, new Revision(1, "ann", Clock.Now, "ann", Clock.Now)), added);
    }

    [Fact]
    public async Task Views_Listed_AreTheOwnersAndThoseOfTheTeamsByName()
    {
        await Store.AddAsync("ann", Arc with { Name = "mine" }, Cancellation);
        await Store.AddAsync("ann", Arc with { Name = "Elsewhere", Page = "sessions" }, Cancellation);
        await Store.AddAsync("bob", Arc with { Name = "For checkout", Team = "checkout" }, Cancellation);
        await Store.AddAsync("bob", Arc with { Name = "for search", Team = "search" }, Cancellation);
        await Store.AddAsync("bob", Arc with { Name = "for growth", Team = "growth" }, Cancellation);
        await Store.AddAsync("bob", Arc with { Name = "bob's own" }, Cancellation);

        var listed = await Store.ListAsync("ann", ["checkout", "search"], "vitals", Cancellation);

        Assert.Equal(["For checkout", "for search", "mine"], listed.Select(view => view.Name));
    }

    [Fact]
    public async Task View_SharedByItsOwnerWithTheOwnTeam_IsListedOnce()
    {
        await Store.AddAsync("ann", Arc with { Team = "checkout" }, Cancellation);

        Assert.Single(await Store.ListAsync("ann", ["checkout"], "vitals", Cancellation));
    }

    [Fact]
    public async Task View_OfOthers_IsFoundOnlyThroughATeam()
    {
        var shared = await Store.AddAsync("ann", Arc with { Team = "checkout" }, Cancellation);
        var own = await Store.AddAsync("ann", Arc with { Name = "own" }, Cancellation);

        Assert.Equal(shared, await Store.FindAsync("bob", ["checkout"], shared.Id, Cancellation));
        Assert.Null(await Store.FindAsync("bob", ["search"], shared.Id, Cancellation));
        Assert.Null(await Store.FindAsync("bob", ["checkout"], own.Id, Cancellation));
    }

    [Fact]
    public async Task View_OfOthers_CannotBeChanged()
    {
        var added = await Store.AddAsync("ann", Arc with { Team = "checkout" }, Cancellation);

        await FailsAsync(StorageFault.NotFound, () => Store.ReplaceAsync("bob", added.Id, 1, Arc with { Query = "" }, "bob", Cancellation));
        await FailsAsync(StorageFault.NotFound, () => Store.RemoveAsync("bob", added.Id, 1, Cancellation));

        Assert.Equal(added, await Store.FindAsync("ann", [], added.Id, Cancellation));
    }

    [Fact]
    public async Task View_Replaced_MayMoveBetweenPrivateAndShared()
    {
        var added = await Store.AddAsync("ann", Arc, Cancellation);

        var shared = await Store.ReplaceAsync("ann", added.Id, 1, Arc with { Team = "checkout", Query = "" }, "ann", Cancellation);
        var mended = await Store.ReplaceAsync("ann", added.Id, 2, Arc with { Name = "118", Page = "errors" }, "bob", Cancellation);

        Assert.Equal(("checkout", "", 2L), (shared.Team, shared.Query, shared.Revision.Version));
        Assert.Equal((null, "118", "errors", "bob", 3L), (mended.Team, mended.Name, mended.Page, mended.Revision.ChangedBy, mended.Revision.Version));
    }

    [Fact]
    public async Task View_ChangedOnAnOldVersion_IsAConflict()
    {
        var added = await Store.AddAsync("ann", Arc, Cancellation);
        var current = await Store.ReplaceAsync("ann", added.Id, 1, Arc with { Query = "app=b" }, "bob", Cancellation);

        var conflict = await FailsAsync(StorageFault.Conflict, () => Store.ReplaceAsync("ann", added.Id, 1, Arc, "ann", Cancellation));
        await FailsAsync(StorageFault.Conflict, () => Store.RemoveAsync("ann", added.Id, 1, Cancellation));

        Assert.Equal("bob changed the view '118 in Arc' in the meantime; load it again.", conflict.Message);
        Assert.Equal(current, await Store.FindAsync("ann", [], added.Id, Cancellation));
    }

    [Fact]
    public async Task View_WithATakenName_IsRefusedWithinOwnerAndPageAlone()
    {
        await Store.AddAsync("ann", Arc, Cancellation);
        await Store.AddAsync("bob", Arc, Cancellation);
        await Store.AddAsync("ann", Arc with { Name = Arc.Name.ToLowerInvariant() }, Cancellation);
        var elsewhere = await Store.AddAsync("ann", Arc with { Page = "errors" }, Cancellation);

        var refused = await FailsAsync(StorageFault.Duplicate, () => Store.AddAsync("ann", Arc with { Team = "checkout" }, Cancellation));
        await FailsAsync(StorageFault.Duplicate, () => Store.ReplaceAsync("ann", elsewhere.Id, 1, Arc, "ann", Cancellation));

        Assert.Equal("There is a view named '118 in Arc' on this page already.", refused.Message);
    }

    [Fact]
    public async Task View_Removed_IsGone()
    {
        var added = await Store.AddAsync("ann", Arc, Cancellation);

        await Store.RemoveAsync("ann", added.Id, 1, Cancellation);

        Assert.Null(await Store.FindAsync("ann", [], added.Id, Cancellation));
        await FailsAsync(StorageFault.NotFound, () => Store.ReplaceAsync("ann", added.Id, 1, Arc, "ann", Cancellation));
    }

    [Fact]
    public async Task Views_BeyondWhatAnOwnerMayKeep_AreRefused()
    {
        await FillAsync("ann", null, SavedViewStore.MostPerOwner);

        var refused = await FailsAsync(StorageFault.LimitReached, () => Store.AddAsync("ann", Arc, Cancellation));
        var full = (await Store.ListAsync("ann", [], "filled", Cancellation))[0];
        await Store.ReplaceAsync("ann", full.Id, 1, Arc, "ann", Cancellation);

        Assert.Equal("At most 200 views are kept for a person, 200 for a team; remove one first.", refused.Message);
    }

    [Fact]
    public async Task Views_BeyondWhatATeamMayHave_AreRefused()
    {
        await FillAsync("ann", "checkout", SavedViewStore.MostPerTeam);
        var own = await Store.AddAsync("bob", Arc, Cancellation);

        await FailsAsync(StorageFault.LimitReached, () => Store.AddAsync("bob", Arc with { Name = "more", Team = "checkout" }, Cancellation));
        await FailsAsync(StorageFault.LimitReached, () => Store.ReplaceAsync("bob", own.Id, 1, Arc with { Team = "checkout" }, "bob", Cancellation));
        await Store.ReplaceAsync("bob", own.Id, 1, Arc with { Team = "search" }, "bob", Cancellation);
    }

    [Theory]
    [MemberData(nameof(HostileTexts.Names), MemberType = typeof(HostileTexts), DisableDiscoveryEnumeration = true)]
    public async Task Texts_ThatCannotBeStored_AreRefusedInWords(string text, string reason)
    {
        var team = await FailsAsync(StorageFault.Invalid, () => Store.AddAsync("ann", Arc with { Team = text }, Cancellation));
        var owner = await FailsAsync(StorageFault.Invalid, () => Store.ListAsync(text, [], "vitals", Cancellation));
        await FailsAsync(StorageFault.Invalid, () => Store.AddAsync("ann", Arc with { Name = text }, Cancellation));
        await FailsAsync(StorageFault.Invalid, () => Store.AddAsync("ann", Arc with { Page = text }, Cancellation));

        Assert.Equal($"The team {reason}", team.Message);
        Assert.Equal($"The owner's name {reason}", owner.Message);
    }

    [Theory]
    [InlineData(0x0000, "The query string holds control characters.")]
    [InlineData(0x0085, "The query string holds control characters.")]
    [InlineData(0xD83D, "The query string holds half of a surrogate pair, which is no character.")]
    public async Task Query_ThatCannotBeStored_IsRefused(int character, string message)
    {
        var refused = await FailsAsync(StorageFault.Invalid, () => Store.AddAsync("ann", Arc with { Query = $"app={(char)character}" }, Cancellation));

        Assert.Equal(message, refused.Message);
    }

    [Fact]
    public async Task View_AtEveryLimit_Fits()
    {
        var longest = new SavedViewDraft(Text(SavedViewStore.LongestPage), Text(SavedViewStore.LongestName), Text(SavedViewStore.LongestQuery), Text(SavedViewStore.LongestTeam));

        var added = await Store.AddAsync(Text(SavedViewStore.LongestOwner), longest, Cancellation);

        Assert.Equal(longest, new SavedViewDraft(added.Page, added.Name, added.Query, added.Team));
        await FailsAsync(StorageFault.Invalid, () => Store.AddAsync("ann", Arc with { Query = Text(SavedViewStore.LongestQuery + 1) }, Cancellation));
    }

    // Four bytes a character in UTF-8, which is what the indexes of PostgreSQL count.
    private static string Text(int length) => string.Concat(Enumerable.Repeat("🛒", length / 2)) + (length % 2 == 0 ? "" : "x");

    private async Task FillAsync(string owner, string? team, int count)
    {
        for (var i = 0; i < count; i++) await Store.AddAsync(owner, new SavedViewDraft("filled", $"view {i}", "", team), Cancellation);
    }
}

public sealed class SqliteSavedViewStoreTests(SqliteFiles files) : SavedViewStoreTests(files), IClassFixture<SqliteFiles>;

[Collection(PostgresCollection.Name)]
public sealed class PostgresSavedViewStoreTests(PostgresServer server) : SavedViewStoreTests(server);
