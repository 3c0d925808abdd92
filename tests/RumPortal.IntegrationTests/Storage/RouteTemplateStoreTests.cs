using RumPortal.Domain.Vitals.Routes;
using RumPortal.Storage;
using RumPortal.Storage.Vitals;

namespace RumPortal.IntegrationTests.Storage;

public abstract class RouteTemplateStoreTests(IDatabaseServer server) : DatabaseTests(server)
{
    private RouteTemplateStore Store => new(Database, Clock);

    [Fact]
    public async Task RouteTemplates_OfAnAppWithoutAny_AreAutomaticAtVersionZero()
    {
        var stored = await Store.ReadAsync("shop-web", Cancellation);

        Assert.Equal(("shop-web", 0L, null), (stored.App, stored.Version, stored.Revision));
        Assert.Empty(stored.Templates.Patterns);
    }

    [Fact]
    public async Task RouteTemplates_Replaced_AreReadBackInTheirOrder()
    {
        await Store.ReplaceAsync("shop-web", 0, Templates("/products/new", "/products/:sku", "/docs/*", "/"), "Ann", Cancellation);

        var stored = await Store.ReadAsync("shop-web", Cancellation);

        Assert.Equal(["/products/new", "/products/:sku", "/docs/*", "/"], stored.Templates.Patterns.Select(pattern => pattern.Text));
        Assert.Equal(new Revision(1, "Ann", Clock.Now, "Ann", Clock.Now), stored.Revision);
        Assert.Equal(0, (await Store.ReadAsync("shop-api", Cancellation)).Version);
    }

    [Fact]
    public async Task RouteTemplates_ReplacedAgain_AreTheNewListAlone()
    {
        var made = Clock.Now;
        await Store.ReplaceAsync("shop-web", 0, Templates("/a", "/b", "/c"), "Ann", Cancellation);
        Clock.Now += TimeSpan.FromDays(1);

        var replaced = await Store.ReplaceAsync("shop-web", 1, Templates("/c", "/日本/:id"), "Bob", Cancellation);

        Assert.Equal(["/c", "/日本/:id"], replaced.Templates.Patterns.Select(pattern => pattern.Text));
        Assert.Equal(new Revision(2, "Ann", made, "Bob", Clock.Now), replaced.Revision);
    }

    [Fact]
    public async Task RouteTemplates_Emptied_KeepTheirVersion()
    {
        await Store.ReplaceAsync("shop-web", 0, Templates("/a"), "Ann", Cancellation);
        await Store.ReplaceAsync("shop-web", 1, RouteTemplates.Automatic, "Ann", Cancellation);

        var stored = await Store.ReadAsync("shop-web", Cancellation);

        Assert.Equal(2, stored.Version);
        Assert.Empty(stored.Templates.Patterns);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(3)]
    public async Task RouteTemplates_ReplacedOnAnotherVersion_AreAConflict(long version)
    {
        await Store.ReplaceAsync("shop-web", 0, Templates("/a"), "Ann", Cancellation);
        await Store.ReplaceAsync("shop-web", 1, Templates("/b"), "Bob", Cancellation);

        var conflict = await FailsAsync(StorageFault.Conflict, () => Store.ReplaceAsync("shop-web", version, Templates("/c"), "Ann", Cancellation));

        Assert.Equal("Bob changed the route templates of shop-web in the meantime; load them again.", conflict.Message);
        Assert.Equal("/b", Assert.Single((await Store.ReadAsync("shop-web", Cancellation)).Templates.Patterns).Text);
    }

    [Fact]
    public async Task RouteTemplates_AtTheDomainsLimits_Fit()
    {
        var longest = Enumerable.Range(0, RouteTemplates.MostPatterns).Select(i => $"/{i}/" + new string('€', RouteTemplate.Longest - $"/{i}/".Length)).ToArray();

        await Store.ReplaceAsync("shop-web", 0, Templates(longest), "Ann", Cancellation);

        Assert.Equal(longest, (await Store.ReadAsync("shop-web", Cancellation)).Templates.Patterns.Select(pattern => pattern.Text));
    }

    [Fact]
    public async Task Pattern_WithHalfASurrogatePair_IsRefusedAndNothingChanges()
    {
        await Store.ReplaceAsync("shop-web", 0, Templates("/a"), "Ann", Cancellation);

        var refused = await FailsAsync(StorageFault.Invalid, () => Store.ReplaceAsync("shop-web", 1, Templates("/a", "/\uD83D"), "Ann", Cancellation));

        Assert.Equal("Pattern 2 holds half of a surrogate pair, which is no character.", refused.Message);
        Assert.Equal(1, (await Store.ReadAsync("shop-web", Cancellation)).Version);
    }

    [Theory]
    [InlineData("[]]")]
    [InlineData("{}")]
    [InlineData("[\"no slash\"]")]
    public async Task List_ThatThePortalNeverWrote_IsCalledDamaged(string patterns)
    {
        await Store.ReplaceAsync("shop-web", 0, Templates("/a"), "Ann", Cancellation);
        await Database.ChangeAsync("UPDATE route_template_list SET patterns = @patterns", new { patterns }, Cancellation);

        await FailsAsync(StorageFault.Damaged, () => Store.ReadAsync("shop-web", Cancellation));
    }

    private static RouteTemplates Templates(params string[] patterns)
    {
        Assert.True(RouteTemplates.TryCreate(patterns, out var templates, out var faults), string.Join(' ', faults));
        return templates;
    }
}

public sealed class SqliteRouteTemplateStoreTests(SqliteFiles files) : RouteTemplateStoreTests(files), IClassFixture<SqliteFiles>;

[Collection(PostgresCollection.Name)]
public sealed class PostgresRouteTemplateStoreTests(PostgresServer server) : RouteTemplateStoreTests(server);
