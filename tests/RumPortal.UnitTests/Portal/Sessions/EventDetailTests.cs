using AngleSharp.Dom;
using Microsoft.AspNetCore.Components;
using RumPortal.Domain.Apps;
using RumPortal.Domain.Faro;
using RumPortal.Domain.Sessions;
using RumPortal.Portal.Features.Sessions;
using RumPortal.Testing;
using RumPortal.UnitTests.Sessions;

namespace RumPortal.UnitTests.Portal.Sessions;

public sealed class EventDetailTests : IAsyncLifetime
{
    private const string Link = "http://localhost/sessions/shop-web/k3VbN8qLwZ?t=12.5";
    private const string SignIn = "kind=event event_name=sign.in user_id=u-1 user_username=Ada user_email=ada@x.test event_data_user_email=ada@x.test event_data_plan=gold";

    private readonly PortalComponents _portal = new();
    private int _closings;

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => _portal.DisposeAsync();

    [Fact]
    public async Task Detail_OfALine_HasTimesFieldsAndTheLineItself()
    {
        var line = FaroLines.Line(12.5, "kind=log level=warn message=\"cart sync slow\" traceID=5b8aa5a2d2c872e8321cf37308d69df2");
        var detail = await RenderAsync(line, Viewers.Admin, new ClockSkew(TimeSpan.FromMinutes(-2)));

        Assert.Equal("log", detail.GetAttribute("data-type"));
        Assert.Equal("console.warn", detail.QuerySelector("h2")!.TextContent);
        Assert.Equal("cart sync slow", detail.QuerySelector("p.second")!.TextContent);
        Assert.Equal(
        [
            ("time", "2026-11-20 08:58:12.500 +00:00 corrected"), ("browser said", "2026-11-20 09:00:12.500 +00:00"),
            ("arrived", "2026-11-20 09:00:30.000 +00:00"), ("trace", "5b8aa5a2d2c872e8321cf37308d69df2"),
        ], Facts(detail.QuerySelector("dl")!));
        Assert.Contains(("app_version", "118"), Facts(detail.QuerySelector("details dl")!));
        Assert.Equal(line, detail.QuerySelector("pre.raw-line")!.TextContent);
        Assert.Empty(detail.QuerySelectorAll(".note, .stack-trace"));
    }

    [Fact]
    public async Task Detail_OfAnError_ShowsTheStackFirst()
    {
        var detail = await RenderAsync(FaroLines.Line(1, "kind=exception type=TypeError value=x stacktrace=\"TypeError: x\\n  at f (a.js:2:7)\""), Viewers.Admin);

        Assert.Equal("TypeError: x\n  at f (a.js:2:7)", detail.QuerySelector("pre.stack-trace")!.TextContent);
        Assert.All(detail.QuerySelectorAll("details"), details => Assert.False(details.HasAttribute("open")));
    }

    [Fact]
    public async Task Detail_ToWhoMayNotSeeUsers_MasksThemEverywhere()
    {
        var detail = await RenderAsync(FaroLines.Line(1, SignIn), Viewers.Of("shop-web"));

        Assert.DoesNotContain("ada", detail.TextContent, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("u-1", detail.TextContent, StringComparison.Ordinal);
        Assert.Contains(("user_id", "***"), Facts(detail.QuerySelector("details dl")!));
        Assert.Contains("user_email=***", detail.QuerySelector("pre.raw-line")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("plan=gold", detail.QuerySelector("p.second")!.TextContent);
    }

    [Fact]
    public async Task Detail_ToWhoMaySeeUsers_NamesThem()
    {
        var detail = await RenderAsync(FaroLines.Line(1, SignIn), Viewers.Unmasking("shop-web"));

        Assert.Contains(("user_email", "ada@x.test"), Facts(detail.QuerySelector("details dl")!));
    }

    [Theory]
    [InlineData("kind=log message=\"cut in the midd", "The line ends in the middle of a value; what is missing was cut off on the way.")]
    [InlineData("=x kind=log message=hello", "Parts of the line are no fields; the raw line has them.")]
    public async Task Detail_OfADamagedLine_SaysSo(string line, string note)
    {
        var detail = await RenderAsync($"session_id={FaroLines.Session} {line}", Viewers.Admin);

        Assert.Equal(note, detail.QuerySelector(".note.warn")!.TextContent.Trim());
    }

    [Fact]
    public async Task CopyLink_Clicked_CopiesTheMomentAndSaysSoUntilAnotherEvent()
    {
        await RenderAsync(FaroLines.Line(1, "kind=log message=one"), Viewers.Admin);

        await _portal.Renderer.ClickAsync("Copy link");
        Assert.Equal(("copy", Link), (_portal.Scripts.Calls.Single().Function, _portal.Scripts.Calls.Single().Arguments.Single()));
        Assert.Contains("Copied", (await _portal.Renderer.DocumentAsync()).QuerySelector("[data-key=c]")!.TextContent, StringComparison.Ordinal);

        var next = await RenderAsync(FaroLines.Line(2, "kind=log message=two"), Viewers.Admin);
        Assert.Contains("Copy link", next.QuerySelector("[data-key=c]")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Close_Clicked_IsSaid()
    {
        await RenderAsync(FaroLines.Line(1, "kind=log message=one"), Viewers.Admin);

        await _portal.Renderer.ClickAsync("Close the event");

        Assert.Equal(1, _closings);
    }

    [Theory]
    [MemberData(nameof(HostileTelemetry.Texts), MemberType = typeof(HostileTelemetry))]
    public async Task Detail_OfHostileTelemetry_ShowsText(string text)
    {
        foreach (var line in HostileTelemetry.Lines(text))
            foreach (var viewer in new[] { Viewers.Admin, Viewers.Of("shop-web") })
            {
                await RenderAsync(line, viewer);

                HostileTelemetry.AssertShownAsText(await _portal.Renderer.DocumentAsync(), text);
            }
        Assert.Empty(_portal.Renderer.Unhandled);
    }

    private async Task<IElement> RenderAsync(string line, ViewerScope viewer, ClockSkew skew = default)
    {
        var record = FaroLines.Parse(line, arrivalSecond: 30);
        var happened = new SessionEvent(record, TimelineLanes.Of(record), skew.Correct(record.ItemTime ?? record.ArrivalTime));
        await _portal.RenderAsync<EventDetail>(
            ("Event", happened), ("Scope", viewer), ("Skew", skew), ("Link", Link), ("OnClose", EventCallback.Factory.Create(this, () => _closings++)));
        return (await _portal.Renderer.DocumentAsync()).QuerySelector("section.event-detail")!;
    }

    private static List<(string Key, string Value)> Facts(IElement list) =>
        [.. list.QuerySelectorAll("dt").Zip(list.QuerySelectorAll("dd"), (key, value) => (key.TextContent, value.TextContent.Trim()))];
}
