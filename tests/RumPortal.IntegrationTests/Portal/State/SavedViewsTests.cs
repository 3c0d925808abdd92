using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using RumPortal.Domain.Apps;
using RumPortal.IntegrationTests.Portal.Readers;
using RumPortal.Portal.Components.Views;
using RumPortal.Portal.State;
using RumPortal.Storage.Views;
using RumPortal.Testing;
using RumPortal.Testing.Components;

namespace RumPortal.IntegrationTests.Portal.State;

/// <summary>Saved views, through the menu that pages have and through what the menu calls.</summary>
public sealed class SavedViewsTests(PortalReaders portal) : IClassFixture<PortalReaders>
{
    private const string Query = "app=shop-web&version=118&filter=browser_name:Arc";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private SavedViewAccess Access => portal.Get<SavedViewAccess>();

    private ViewerScope Ann { get; } = Viewers.Of() with { Name = "ann-" + Guid.NewGuid(), Teams = ["checkout-" + Guid.NewGuid()] };

    [Fact]
    public async Task View_SharedWithATeamOfOthers_IsRefused()
    {
        Assert.Equal(
            "You are not in the team 'docs'; share with a team of yours or keep the view private.",
            await Access.SaveAsync(Ann, new SavedViewDraft("vitals", "Arc", Query, "docs"), Cancellation));
        Assert.Empty(await Access.ListAsync(Ann, "vitals", Cancellation));
    }

    [Fact]
    public async Task View_OfAColleague_IsSeenThroughTheTeamAndStaysTheOwners()
    {
        var colleague = Ann with { Name = "bob-" + Guid.NewGuid() };
        await Access.SaveAsync(Ann, new SavedViewDraft("vitals", "Shared", Query, Ann.Teams[0]), Cancellation);
        await Access.SaveAsync(Ann, new SavedViewDraft("vitals", "Own", Query), Cancellation);

        var view = Assert.Single(await Access.ListAsync(colleague, "vitals", Cancellation));

        Assert.Equal("Shared", view.Name);
        Assert.Equal($"The view 'Shared' belongs to {Ann.Name}, who alone may delete it.", await Access.RemoveAsync(colleague, view, Cancellation));
        Assert.Null(await Access.RemoveAsync(Ann, view, Cancellation));
        Assert.Empty(await Access.ListAsync(colleague, "vitals", Cancellation));
        Assert.Equal("This view does not exist any more.", await Access.RemoveAsync(Ann, view, Cancellation));
    }

    [Fact]
    public async Task Menu_Used_SavesOpensAndDeletesTheAddress()
    {
        await using var services = Services();
        await using var menu = new MiniRenderer(services);
        await RenderAsync(menu, Ann);

        await menu.FireAsync("onchange", "118 in Arc", new ChangeEventArgs { Value = " Slow Arc " });
        await menu.FireAsync("onsubmit", "118 in Arc", EventArgs.Empty);

        var link = (await menu.DocumentAsync()).QuerySelector(".saved-views a")!;
        Assert.Equal(("Slow Arc", "/vitals?" + Query), (link.TextContent, link.GetAttribute("href")));
        await menu.ClickAsync("Delete the view Slow Arc");
        Assert.Empty((await menu.DocumentAsync()).QuerySelectorAll(".saved-views a"));
        Assert.Empty(menu.Unhandled);
    }

    [Fact]
    public async Task Menu_OfANameThatIsTakenOrEmpty_SaysSo()
    {
        await Access.SaveAsync(Ann, new SavedViewDraft("vitals", "Arc", Query), Cancellation);
        await using var services = Services();
        await using var menu = new MiniRenderer(services);
        await RenderAsync(menu, Ann);

        await menu.FireAsync("onsubmit", "118 in Arc", EventArgs.Empty);
        Assert.Equal("The name is empty.", await FaultAsync(menu));
        await menu.FireAsync("onchange", "118 in Arc", new ChangeEventArgs { Value = "Arc" });
        await menu.FireAsync("onsubmit", "118 in Arc", EventArgs.Empty);
        Assert.Equal("There is a view named 'Arc' on this page already.", await FaultAsync(menu));
    }

    [Theory]
    [InlineData("<img src=x onerror=alert(1)>")]
    [InlineData("\"><script>alert(1)</script>")]
    [InlineData("javascript:alert(1)")]
    [InlineData("購物車 🚀")]
    public async Task Menu_OfAHostileNameAndAddress_ShowsTextAndLeadsToThisPageAlone(string text)
    {
        await Access.SaveAsync(Ann, new SavedViewDraft("vitals", text, text), Cancellation);
        await using var services = Services();
        await using var menu = new MiniRenderer(services);
        await RenderAsync(menu, Ann);

        await menu.FireAsync("ontoggle", "Saved views", EventArgs.Empty);

        var document = await menu.DocumentAsync();
        var link = Assert.Single(document.QuerySelectorAll(".saved-views a"));
        Assert.Equal(text, link.TextContent);
        Assert.StartsWith("/vitals?", link.GetAttribute("href"), StringComparison.Ordinal);
        Assert.Empty(document.QuerySelectorAll("script, img"));
    }

    private static Task RenderAsync(MiniRenderer menu, ViewerScope viewer) =>
        menu.RenderAsync<SavedViews>(new Dictionary<string, object?> { ["Page"] = "vitals", ["Viewer"] = viewer });

    private static async Task<string?> FaultAsync(MiniRenderer menu) => (await menu.DocumentAsync()).QuerySelector("[role='alert']")?.TextContent.Trim();

    private ServiceProvider Services() => new ServiceCollection().AddLogging()
        .AddSingleton<NavigationManager>(new RecordedNavigation("vitals?" + Query)).AddSingleton(Access).BuildServiceProvider();
}
