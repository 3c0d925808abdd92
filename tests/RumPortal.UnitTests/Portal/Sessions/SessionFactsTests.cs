using RumPortal.Domain.Apps;
using RumPortal.Domain.Sessions;
using RumPortal.Portal.Components.Filters;
using RumPortal.Portal.Features.Sessions;
using RumPortal.Testing;
using RumPortal.UnitTests.Sessions;

namespace RumPortal.UnitTests.Portal.Sessions;

/// <summary>What a session's page says of the session as a whole: its head and its facts.</summary>
public sealed class SessionFactsTests : IAsyncLifetime
{
    private const string User = "user_id=u-1 user_username=Ada user_email=ada@x.test user_attr_plan=gold session_attr_cohort=b";

    private readonly PortalComponents _portal = new();

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => _portal.DisposeAsync();

    [Fact]
    public async Task Facts_ToWhoMaySeeUsers_NameTheVisitor()
    {
        Assert.Equal(
        [
            ("user", "Ada"), ("user id", "u-1"), ("mail", "ada@x.test"), ("browser", "Arc"), ("session_attr_cohort", "b"), ("user_attr_plan", "gold"),
            ("repeated lines", "1 left out: a batch was sent again"),
        ], await FactsAsync(Viewers.Unmasking("shop-web")));
        Assert.Equal("/users/u-1?tz=UTC", (await _portal.Renderer.DocumentAsync()).QuerySelector("dd a")!.GetAttribute("href"));
    }

    [Fact]
    public async Task Facts_ToAnyoneElse_HideTheVisitorInEveryField()
    {
        Assert.Equal(
        [
            ("user", "visitor a24a7f"), ("browser", "Arc"), ("session_attr_cohort", "b"), ("user_attr_plan", "***"), ("repeated lines", "1 left out: a batch was sent again"),
        ], await FactsAsync(Viewers.Of("shop-web")));
        Assert.Null((await _portal.Renderer.DocumentAsync()).QuerySelector("a"));
    }

    [Theory]
    [InlineData(true, "Ada", "name shown: you may unmask users")]
    [InlineData(false, "visitor a24a7f", "name hidden: you may not unmask users")]
    public async Task Head_OfAKnownVisitor_SaysWhetherTheNameIsShown(bool mayUnmask, string name, string badge)
    {
        await _portal.RenderAsync<SessionHeader>(
            ("Session", Session()), ("App", "shop-web"), ("Scope", mayUnmask ? Viewers.Admin : Viewers.Of("shop-web")), ("Filter", new ViewFilter()), ("IsComplete", true));
        var head = await _portal.Renderer.DocumentAsync();

        Assert.Equal((name, badge), (head.QuerySelector("h1")!.TextContent, head.QuerySelector(".badge")!.TextContent));
        Assert.Equal(["1 error", "LCP 9.00 s"], head.QuerySelectorAll(".badge").Skip(1).Select(mark => mark.TextContent.Trim()));
        Assert.Equal("poor", head.QuerySelector(".badge.poor svg")!.GetAttribute("aria-label"));
        Assert.Contains("shop-web 118", head.QuerySelector(".session-facts")!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(HostileTelemetry.Texts), MemberType = typeof(HostileTelemetry))]
    public async Task Facts_OfHostileTelemetry_AreText(string text)
    {
        var fields = new[] { "user_id", "user_username", "user_email", "session_attr_x", "session_id", "app_version", "browser_name", "browser_os" }.Select(key => KeyValuePair.Create(key, text));
        var builder = new SessionTimelineBuilder(text);
        builder.Add(FaroLines.Parse("kind=log message=hello " + LineSpelling.Logfmt(fields)));

        await _portal.RenderAsync<SessionFacts>(("Session", builder.Build()), ("Scope", Viewers.Admin), ("Filter", new ViewFilter()));

        HostileTelemetry.AssertShownAsText(await _portal.Renderer.DocumentAsync(), text);
        Assert.Empty(_portal.Renderer.Unhandled);
    }

    private async Task<List<(string, string)>> FactsAsync(ViewerScope viewer)
    {
        await _portal.RenderAsync<SessionFacts>(("Session", Session()), ("Scope", viewer), ("Filter", new ViewFilter { TimeZone = "UTC" }));
        var document = await _portal.Renderer.DocumentAsync();
        return [.. document.QuerySelectorAll("dt").Zip(document.QuerySelectorAll("dd"), (key, value) => (key.TextContent, value.TextContent.Trim()))];
    }

    private static SessionTimeline Session()
    {
        var builder = new SessionTimelineBuilder(FaroLines.Session);
        string[] lines =
        [
            FaroLines.Line(1, $"kind=log message=hello {User}"), FaroLines.Line(1, $"kind=log message=hello {User}"),
            FaroLines.Line(2, "kind=measurement type=web-vitals lcp=9000 context_rating=poor"), FaroLines.Line(3, $"kind=exception type=TypeError value=x {User}"),
        ];
        foreach (var record in FaroLines.Parse(lines.Select((line, i) => (line, 3.5 + (i * 0.1))))) builder.Add(record);
        return builder.Build();
    }
}
