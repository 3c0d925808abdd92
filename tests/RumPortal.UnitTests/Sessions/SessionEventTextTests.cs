using RumPortal.Domain.Faro;
using RumPortal.Domain.Sessions;
using RumPortal.Domain.Vitals;

namespace RumPortal.UnitTests.Sessions;

public sealed class SessionEventTextTests
{
    [Theory]
    [InlineData("kind=event event_name=view_changed event_data_fromView=unknown event_data_toView=cart", "View", "cart", "SPA")]
    [InlineData("kind=event event_name=view_changed event_data_fromView=home event_data_toView=cart", "View", "home → cart", "SPA")]
    [InlineData("kind=event event_name=route_change event_data_fromRoute=/ event_data_toRoute=/p/:id", "Route", "/ → /p/:id", "SPA")]
    [InlineData("kind=event event_name=faro.user.action event_data_userActionName=add-to-cart event_data_userActionDuration=640.2 event_data_userActionTrigger=pointerdown", "add-to-cart", "user action · 640 ms · pointerdown", null)]
    [InlineData("kind=event event_name=order.placed event_data_total=19 event_data_items=2", "order.placed", "total=19 items=2", null)]
    [InlineData("kind=log message=\"cart sync slow\" level=warn", "console.warn", "cart sync slow", null)]
    [InlineData("kind=exception type=TypeError value=\"x is undefined\" stacktrace=\"TypeError: x is undefined\\n  at renderPrice (webpack://a.tsx:41:18)\\n  at b (c:1:1)\" hash=5", "TypeError: x is undefined", "at renderPrice (webpack://a.tsx:41:18)", null)]
    [InlineData("kind=measurement type=web-vitals lcp=4860.000000 context_element=main>img.hero page_url=\"https://shop.test/product/42?ref=mail\" value_lcp=4860", "LCP 4.86 s", "main>img.hero · /product/42?…", null)]
    [InlineData("kind=measurement type=cart value_items=3 value_total=19.5", "cart", "items=3 total=19.5", null)]
    [InlineData("kind=event event_name=faro.tracing.fetch event_data_http.request.method=POST event_data_url.full=\"https://api.test/orders?x=1\" event_data_http.response.status_code=503 event_data_duration_ns=4210000000", "POST /orders?…", "503 · 4.21 s · api.test", "503")]
    [InlineData("kind=event event_name=faro.tracing.xml-http-request event_data_http.method=GET event_data_http.url=https://api.test/a event_data_http.status_code=200 event_data_duration_ns=588000000", "GET /a", "200 · 588 ms · api.test", null)]
    [InlineData("kind=event event_name=faro.performance.resource event_data_initiatorType=img event_data_name=https://cdn.test/8842.avif event_data_duration=521 event_data_responseStatus=200", "img /8842.avif", "200 · 521 ms · cdn.test", null)]
    [InlineData("nothing to see", "unknown line", "*", null)]
    [InlineData("kind=event event_name=order.placed event_data_user_email=ada@x.test event_data_user.id=u-1 event_data_total=19", "order.placed", "total=19", null)]
    [InlineData("kind=alien user_email=ada@x.test note=hello", "unknown line", "kind=alien note=hello", null)]
    [InlineData("{\"kind\":\"alien\",\"user_id\":\"u-1\",\"note\":\"hello\"}", "unknown line", "kind=alien note=hello", null)]
    public void Of_RecordOfEachType_SaysWhatHappened(string body, string title, string detail, string? tag)
    {
        var record = FaroLines.Parse(body);

        var text = SessionEventText.Of(new SessionEvent(record, TimelineLanes.Of(record), FaroLines.Start));

        Assert.Equal(title, text.Title);
        if (detail != "*") Assert.Equal(detail, text.Detail);
        Assert.Equal(tag, text.Tag);
    }

    [Fact]
    public void Of_Vital_IsRatedByTheOfficialLimitsWhateverTheLineSays()
    {
        var record = FaroLines.Parse("kind=measurement type=web-vitals inp=501.000000 context_rating=good value_inp=501");

        Assert.Equal(VitalRating.Poor, SessionEventText.Of(new SessionEvent(record, FaroCategory.Vital, FaroLines.Start)).Rating);
    }

    [Fact]
    public void Of_ControlCharactersAndEndlessText_BecomesOneShortLine()
    {
        var record = FaroLines.Parse($"kind=log level=info message=\"a\\nb\\u0007{new string('x', 5000)}\"");

        var text = SessionEventText.Of(new SessionEvent(record, FaroCategory.Log, FaroLines.Start));

        Assert.StartsWith("a b x", text.Detail);
        Assert.InRange(text.Detail.Length, 400, 401);
    }

    [Theory]
    [InlineData("https://shop.test/search?q=a@b.c#top", "/search?…")]
    [InlineData("https://shop.test", "/")]
    [InlineData("https://shop.test?token=1", "/?…")]
    [InlineData("/relative/path#x", "/relative/path")]
    [InlineData("not an address", "not an address")]
    public void Path_Address_HidesQueryAndFragment(string address, string expected) => Assert.Equal(expected, PageAddress.Path(address));

    [Theory]
    [InlineData("https://user:secret@shop.test:8443/x", "shop.test:8443")]
    [InlineData("https:///x", null)]
    [InlineData("x", null)]
    public void Host_Address_LeavesOutCredentials(string address, string? expected) => Assert.Equal(expected, PageAddress.Host(address));
}
