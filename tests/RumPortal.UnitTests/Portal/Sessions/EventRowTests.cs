using AngleSharp.Dom;
using Microsoft.AspNetCore.Components;
using RumPortal.Domain.Sessions;
using RumPortal.Portal.Features.Sessions;
using RumPortal.Testing;
using RumPortal.UnitTests.Sessions;

namespace RumPortal.UnitTests.Portal.Sessions;

public sealed class EventRowTests : IAsyncLifetime
{
    private readonly PortalComponents _portal = new();
    private int _selections;

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => _portal.DisposeAsync();

    [Fact]
    public async Task Row_OfALog_SaysWhatHappenedAndWhen()
    {
        var row = await RenderAsync(FaroLines.Line(12.5, "kind=log level=warn message=\"cart sync slow\""));

        Assert.Equal(("log", null), (row.GetAttribute("data-type"), row.GetAttribute("aria-current")));
        Assert.Equal("1:15", row.QuerySelector(".event-offset")!.TextContent);
        Assert.Equal(("console.warn", "cart sync slow"), (row.QuerySelector("b")!.TextContent, row.QuerySelector(".event-words span")!.TextContent));
        Assert.Equal("09:00:12.500", row.QuerySelector(".clock")!.TextContent);
        Assert.Equal("2026-11-20 09:00:12.500 +00:00 by the browser's clock", row.QuerySelector(".clock")!.GetAttribute("title"));
        Assert.Empty(row.QuerySelectorAll(".badge"));
    }

    [Theory]
    [InlineData("lcp", "2500", "good", "good", "circle")]
    [InlineData("lcp", "2501", "needs-improvement", "needs improvement", "rect")]
    [InlineData("inp", "501", "poor", "poor", "path")]
    [InlineData("cls", "0.25", "needs-improvement", "needs improvement", "rect")]
    public async Task Row_OfAVital_SaysItsRatingByShapeAndInWords(string vital, string value, string rating, string words, string shape)
    {
        var row = await RenderAsync(FaroLines.Line(1, $"kind=measurement type=web-vitals {vital}={value} context_rating=good"));

        var badge = Assert.Single(row.QuerySelectorAll(".badge"));
        Assert.Equal(words, badge.TextContent.Trim());
        Assert.Contains(rating, badge.ClassList);
        Assert.Equal(words, badge.QuerySelector("svg")!.GetAttribute("aria-label"));
        Assert.Equal(shape, badge.QuerySelector("svg > *")!.LocalName);
    }

    [Theory]
    [InlineData("kind=exception type=TypeError value=x", "error", "error")]
    [InlineData("kind=event event_name=faro.tracing.fetch event_data_http.method=GET event_data_http.status_code=503", "503", "error")]
    [InlineData("kind=event event_name=view_changed event_data_toView=cart", "SPA", null)]
    public async Task Row_OfATaggedEvent_SaysItsTag(string body, string tag, string? look)
    {
        var badge = Assert.Single((await RenderAsync(FaroLines.Line(1, body))).QuerySelectorAll(".badge"));

        Assert.Equal((tag, look is not null), (badge.TextContent, badge.ClassList.Contains("error")));
    }

    [Fact]
    public async Task Row_OfALineWithoutTime_SaysThatItShowsTheArrival()
    {
        var row = await RenderAsync($"kind=log message=hello session_id={FaroLines.Session}", arrivalSecond: 5);

        Assert.Equal("09:00:05.000", row.QuerySelector(".clock")!.TextContent);
        Assert.Equal("the line carries no time; shown is its arrival", row.QuerySelector(".clock")!.GetAttribute("title"));
    }

    [Fact]
    public async Task Row_GivenAnotherEvent_ShowsThatOne()
    {
        await RenderAsync(FaroLines.Line(1, "kind=log message=first"));

        var row = await RenderAsync(FaroLines.Line(2, "kind=exception type=TypeError value=second"));

        Assert.Equal(("error", "TypeError: second"), (row.GetAttribute("data-type"), row.QuerySelector("b")!.TextContent));
    }

    [Fact]
    public async Task Row_Clicked_IsSelectedOnce()
    {
        await RenderAsync(FaroLines.Line(1, "kind=log level=info message=hello"), isSelected: true);

        await _portal.Renderer.ClickAsync("console.info");

        Assert.Equal(1, _selections);
        Assert.Equal("true", (await _portal.Renderer.DocumentAsync()).QuerySelector("button")!.GetAttribute("aria-current"));
    }

    [Theory]
    [MemberData(nameof(HostileTelemetry.Texts), MemberType = typeof(HostileTelemetry))]
    public async Task Row_OfHostileTelemetry_ShowsText(string text)
    {
        foreach (var line in HostileTelemetry.Lines(text))
        {
            await RenderAsync(line);

            HostileTelemetry.AssertShownAsText(await _portal.Renderer.DocumentAsync(), text);
        }
        Assert.Empty(_portal.Renderer.Unhandled);
    }

    private async Task<IElement> RenderAsync(string line, double arrivalSecond = 30, bool isSelected = false)
    {
        var record = FaroLines.Parse(line, arrivalSecond);
        await _portal.RenderAsync<EventRow>(
            ("Event", new SessionEvent(record, TimelineLanes.Of(record), record.ItemTime ?? record.ArrivalTime)), ("Offset", TimeSpan.FromSeconds(75.9)), ("IsSelected", isSelected),
            ("OnSelect", EventCallback.Factory.Create(this, () => _selections++)));
        return (await _portal.Renderer.DocumentAsync()).QuerySelector("button.event-row")!;
    }
}
