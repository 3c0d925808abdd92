using RumPortal.Portal.Components.Filters;

namespace RumPortal.UnitTests.Portal.Filters;

public sealed class FilterBarTests : IAsyncLifetime
{
    private readonly PortalComponents _portal = new("sessions?app=shop-web");

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => _portal.DisposeAsync();

    [Fact]
    public async Task Bar_OfAnAddressWithFaults_SaysEach()
    {
        await RenderAsync("app=%01&from=yesterday&filter=nonsense");

        var document = await _portal.Renderer.DocumentAsync();

        Assert.Equal(
        [
            "A filter has the form key:value, for example browser_name:Arc. It was left out.", "The app in the address is not a name. It was left out.",
            "'yesterday' is no time. Use now-6h or 2026-11-23T09:00:00Z. It was left out.",
        ], document.QuerySelectorAll(".note.warn").Select(note => note.TextContent.Trim()));
        Assert.Empty(_portal.Renderer.Unhandled);
    }

    [Fact]
    public async Task Bar_WithATitle_SaysFaultsToo()
    {
        await RenderAsync("to=x&filter=browser_name:Arc", ("Title", "Admin"));

        var document = await _portal.Renderer.DocumentAsync();

        Assert.Single(document.QuerySelectorAll(".note.warn"));
        Assert.Empty(document.QuerySelectorAll(".chip"));
    }

    [Fact]
    public async Task Bar_WithoutFaults_HasOneChipForEachFilterAndNoNote()
    {
        await RenderAsync("version=118&filter=browser_name:Arc&filter=!browser_os:Linux&filter=~page_url:cart");

        var document = await _portal.Renderer.DocumentAsync();

        Assert.Equal(["browser =Arc", "OS ≠Linux", "page_url containscart"], document.QuerySelectorAll(".chip").Select(chip => chip.TextContent.Trim()));
        Assert.Empty(document.QuerySelectorAll(".note"));
    }

    [Fact]
    public async Task Chip_Removed_LeadsToTheAddressWithoutIt()
    {
        await RenderAsync("app=shop-web&filter=browser_name:Arc&filter=a:b");

        await _portal.Renderer.ClickAsync("Remove the filter browser_name Arc");

        Assert.Equal(["/sessions?app=shop-web&filter=a:b"], _portal.Navigation.Visited);
    }

    [Theory]
    [MemberData(nameof(HostileTelemetry.Texts), MemberType = typeof(HostileTelemetry))]
    public async Task Bar_OfHostileFilters_ShowsText(string text)
    {
        var value = text[..Math.Min(text.Length, 1024)];
        var query = new QueryWriter().Add("app", value[..Math.Min(value.Length, 256)]).Add("environment", value[..Math.Min(value.Length, 256)])
            .Add("filter", "browser_name:" + value).Add("from", value).ToString();

        await RenderAsync(query);

        HostileTelemetry.AssertShownAsText(await _portal.Renderer.DocumentAsync(), value);
        Assert.Empty(_portal.Renderer.Unhandled);
    }

    private Task RenderAsync(string query, params (string Name, object? Value)[] more) =>
        _portal.RenderAsync<FilterBar>([("Filter", ViewFilter.Parse(new QueryReader(query))), .. more]);
}
