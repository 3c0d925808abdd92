using AngleSharp.Dom;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Logging.Abstractions;
using RumPortal.Clients.Http;
using RumPortal.Domain.Querying;
using RumPortal.Portal.Components.Panels;
using RumPortal.Testing;

namespace RumPortal.UnitTests.Portal.Panels;

public sealed class QueryPanelTests : IAsyncLifetime
{
    private static readonly BackendException Down = new(Backend.Loki, "read lines", BackendFault.Unreachable, "Loki cannot be reached.") { Query = "{app_name=\"shop-web\"}" };
    private static readonly ExecutedQuery Query = new("Loki", "LogQL", "{app_name=\"<b>\"}", new TimeRange(PortalComponents.Now.AddHours(-1), PortalComponents.Now), PortalComponents.Now.AddSeconds(-4), TimeSpan.FromMilliseconds(588), 61_000_000, 12_345);

    private readonly PortalComponents _portal = new();
    private readonly PanelRead<string> _read = new(() => Task.CompletedTask, new FixedTime(PortalComponents.Now.AddMinutes(-3)), NullLogger.Instance);
    private int _retries;

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync()
    {
        _read.Dispose();
        return _portal.DisposeAsync();
    }

    [Fact]
    public async Task Panel_WhileReading_IsASkeletonOfItsSize()
    {
        _ = _read.StartAsync(async cancellation =>
        {
            await Task.Delay(Timeout.Infinite, cancellation);
            return Of("never");
        });

        var panel = await RenderAsync();

        Assert.Equal(("loading", "true"), (panel.GetAttribute("data-state"), panel.GetAttribute("aria-busy")));
        Assert.Equal(6, panel.QuerySelectorAll(".skeleton > i").Length);
        Assert.Equal("min-height:160px", panel.QuerySelector(".skeleton")!.GetAttribute("style"));
    }

    [Fact]
    public async Task Panel_WithAnAnswer_ShowsItAndItsQueries()
    {
        await _read.StartAsync(_ => Task.FromResult(new Answer<string>("the content", [Query])));

        var panel = await RenderAsync();

        Assert.Equal(("ready", null), (panel.GetAttribute("data-state"), panel.GetAttribute("aria-busy")));
        Assert.Equal("the content", panel.QuerySelector("article")!.TextContent);
        Assert.Equal("{app_name=\"<b>\"}", panel.QuerySelector("pre.query-text")!.TextContent);
        Assert.Equal(["61 MB read, 12,345 lines, 588 ms", "4 s ago, from Loki", "20 Nov 2026 09:00:00 to 20 Nov 2026 10:00:00"], panel.QuerySelectorAll("dd").Select(fact => fact.TextContent));
        Assert.Empty(panel.QuerySelectorAll("b, .badge, .note, .state"));
    }

    [Fact]
    public async Task Panel_WithAnEmptyAnswer_SaysWhy()
    {
        await _read.StartAsync(_ => Task.FromResult(Of("")));

        var panel = await RenderAsync();

        Assert.Equal("empty", panel.GetAttribute("data-state"));
        Assert.Equal("nothing here", panel.QuerySelector("aside")!.TextContent);
        Assert.Null(panel.QuerySelector("article"));
    }

    [Fact]
    public async Task Panel_WithAnAnswerCutShort_SaysWhatIsMissing()
    {
        await _read.StartAsync(_ => Task.FromResult(new Answer<string>("a part", [], "The first 50 lines are shown.")));

        var panel = await RenderAsync();

        Assert.Equal("cut-short", panel.GetAttribute("data-state"));
        Assert.Equal("cut short", panel.QuerySelector(".badge.warn")!.TextContent);
        Assert.Contains("The first 50 lines are shown.", panel.QuerySelector(".note.warn")!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(panel.QuerySelector("article"));
    }

    [Fact]
    public async Task Panel_ThatReadsOn_ShowsWhatIsThereAndNoEmptyState()
    {
        async IAsyncEnumerable<Answer<string>> Grow()
        {
            yield return new Answer<string>("", [], "not all yet");
            await Task.Delay(Timeout.Infinite, TestContext.Current.CancellationToken);
        }
        _ = _read.StartManyAsync(_ => Grow());

        var panel = await RenderAsync();

        Assert.Equal("Reading on…", panel.QuerySelector(".panel-foot")!.TextContent);
        Assert.NotNull(panel.QuerySelector("article"));
        Assert.Empty(panel.QuerySelectorAll("aside, .note"));
    }

    [Fact]
    public async Task Panel_WithoutAnAnswer_NamesTheBackendAndRetries()
    {
        await _read.StartAsync(_ => Task.FromException<Answer<string>>(Down));

        var panel = await RenderAsync();
        await _portal.Renderer.ClickAsync("Retry");

        Assert.Equal("failed", panel.GetAttribute("data-state"));
        Assert.Equal("Loki cannot be reached", panel.QuerySelector("[role=alert] h3")!.TextContent);
        Assert.Equal("Loki cannot be reached. Try again; other panels are not affected.", panel.QuerySelector("[role=alert] p")!.TextContent);
        Assert.Equal("{app_name=\"shop-web\"}", panel.QuerySelector("pre")!.TextContent);
        Assert.Equal(1, _retries);
    }

    [Fact]
    public async Task Panel_WhoseQuestionIsWrong_OffersNoRetry()
    {
        await _read.StartAsync(_ => Task.FromException<Answer<string>>(new BackendException(Backend.Loki, "read lines", BackendFault.BadQuery, "No.")));

        Assert.DoesNotContain((await RenderAsync()).QuerySelectorAll("button"), button => button.TextContent.Contains("Retry", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Panel_AfterAFailedRefresh_ShowsTheOldAnswerWithItsAge()
    {
        await _read.StartAsync(_ => Task.FromResult(Of("old")));
        await _read.StartAsync(_ => Task.FromException<Answer<string>>(Down), keep: true);

        var panel = await RenderAsync();

        Assert.Equal("old", panel.QuerySelector("article")!.TextContent);
        Assert.Equal("3 min ago, not refreshed", panel.QuerySelector(".badge.warn")!.TextContent);
        Assert.Equal("Loki cannot be reached. Loki cannot be reached.", panel.QuerySelector(".badge.warn")!.GetAttribute("title"));
        Assert.Null(panel.QuerySelector("[role=alert]"));
    }

    [Fact]
    public async Task Panel_WhoseContentBreaks_FailsAloneAndRecovers()
    {
        await _read.StartAsync(_ => Task.FromResult(Of("break")));
        var broken = await RenderAsync();
        Assert.Equal("This panel failed", broken.QuerySelector("[role=alert] h3")!.TextContent);
        Assert.Empty(_portal.Renderer.Unhandled);

        await _read.StartAsync(_ => Task.FromResult(Of("mended")));
        await _portal.Renderer.ClickAsync("Retry");
        var mended = await RenderAsync();

        Assert.Equal("mended", mended.QuerySelector("article")!.TextContent);
        Assert.Equal(1, _retries);
    }

    private async Task<IElement> RenderAsync()
    {
        await _portal.RenderAsync<QueryPanel<string>>(
            ("Read", _read),
            ("Title", "Lines"),
            ("IsEmpty", (Func<string, bool>)(value => value.Length == 0)),
            ("Content", (RenderFragment<string>)(value => builder => builder.AddMarkupContent(0, value == "break" ? throw new InvalidOperationException("broken") : $"<article>{value}</article>"))),
            ("Empty", (RenderFragment<string>)(_ => builder => builder.AddMarkupContent(0, "<aside>nothing here</aside>"))),
            ("OnRetry", EventCallback.Factory.Create(this, () => _retries++)));
        return (await _portal.Renderer.DocumentAsync()).QuerySelector("section[aria-label=Lines]")!;
    }

    private static Answer<string> Of(string value) => new(value, []);
}
