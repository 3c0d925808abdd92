using System.Text;
using RumPortal.Domain.Faro;
using RumPortal.Domain.Querying;

namespace RumPortal.UnitTests.Faro;

public sealed class FaroRecordTests
{
    private const string Fetch =
        "timestamp=\"2026-08-20 03:14:07.25 +0000 UTC\" kind=event event_name=faro.tracing.fetch event_domain=browser event_data_duration_ns=412300032 "
        + "event_data_error.type=503 event_data_http.request.method=POST event_data_http.response.status_code=503 event_data_server.address=api.example.test "
        + "event_data_url.full=\"https://api.example.test/cart/items?sku=42\" traceID=5b8aa5a2d2c872e8321cf37308d69df2 spanID=051581bf3cb55c13 session_id=k3VbN8qLwZ "
        + "browser_os=\"Mac OS 10.15.7\" browser_mobile=false";

    [Theory]
    [InlineData("kind=log", FaroKind.Log)]
    [InlineData("kind=event", FaroKind.Event)]
    [InlineData("kind=exception", FaroKind.Exception)]
    [InlineData("kind=measurement", FaroKind.Measurement)]
    [InlineData("event_name=x", FaroKind.Event)]
    [InlineData("kind=strange event_name=x", FaroKind.Event)]
    [InlineData("stacktrace=x message=y", FaroKind.Exception)]
    [InlineData("value_lcp=1 message=y", FaroKind.Measurement)]
    [InlineData("message=hello", FaroKind.Log)]
    [InlineData("kind=LOG", FaroKind.Unknown)]
    [InlineData("hello world", FaroKind.Unknown)]
    [InlineData("", FaroKind.Unknown)]
    [InlineData("""{"kind":"exception"}""", FaroKind.Exception)]
    [InlineData("""{"value_lcp":1}""", FaroKind.Measurement)]
    public void Kind_OfALine_FollowsKeyThenOtherKeys(string line, FaroKind expected) => Assert.Equal(expected, Parse(line).Kind);

    [Fact]
    public void Kind_WithoutAKey_ComesFromTheStreamLabel()
    {
        var labels = LabelSet.From([new("faro_kind", "exception")]);

        Assert.Equal(FaroKind.Exception, new FaroRecordBuffer("faro_kind").Add("message=x"u8, 0, labels).Kind);
        Assert.Equal(FaroKind.Log, new FaroRecordBuffer(null).Add("message=x"u8, 0, labels).Kind);
        Assert.Equal(FaroKind.Event, new FaroRecordBuffer("faro_kind").Add("kind=event"u8, 0, labels).Kind);
    }

    [Theory]
    [InlineData("a=1 a=2", "a", "1")]
    [InlineData("a= a=2", "a", "2")]
    [InlineData("a=\"\"", "a", null)]
    [InlineData("ab=1", "a", null)]
    [InlineData("a.b=1", "a_b", "1")]
    [InlineData("a.b=1", "a.b", null)]
    [InlineData("größe=3", "gr__e", "3")]
    [InlineData("9x=1", "_9x", "1")]
    [InlineData("9x=1", "9x", null)]
    [InlineData("_9x=2", "_9x", "2")]
    [InlineData("a.b=1 a_b=2", "a_b", "1")]
    [InlineData("""{"a\u002eb":"1"}""", "a_b", "1")]
    [InlineData("""{"a\"b":"1"}""", "a_b", "1")]
    [InlineData("""{"a":null,"b":7}""", "a", null)]
    [InlineData("""{"a":null,"b":7}""", "b", "7")]
    public void Text_OfAKeyInLabelForm_IsTheFirstNonEmptyValue(string line, string key, string? expected)
    {
        var record = Parse(line);

        Assert.Equal(expected, record.Text(key));
        Assert.Equal(expected, record.SharedText(key));
        Assert.Equal(expected is not null, record.Has(Encoding.UTF8.GetBytes(key)));
    }

    [Fact]
    public void Text_OfAKeyLongerThanAnyReal_IsMissing() => Assert.Null(Parse("a=1").Text(new string('k', 5000)));

    [Fact]
    public void Fields_OfALine_AreAllInOrderWithMetadataLast()
    {
        var metadata = LabelSet.From([new("detected_level", "info"), new("hash", "42")]);
        var record = new FaroRecordBuffer().Add("b=1 a.x=\"q \\\"\" b=2 c"u8, 0, LabelSet.Empty, metadata);

        Assert.Equal(
            ["b:b=1", "a.x:a_x=q \"", "b:b=2", "c:c=", "detected_level:detected_level=info", "hash:hash=42"],
            record.Fields.Select(field => $"{field.Name}:{field.Key}={field.Value}"));
        Assert.Equal([false, false, false, false, true, true], record.Fields.Select(field => field.IsMetadata));
    }

    [Fact]
    public void Text_OfAKeyOnlyInMetadata_ComesFromThere()
    {
        var metadata = LabelSet.From([new("hash", "42"), new("kind", "exception"), new("type", "other")]);
        var record = new FaroRecordBuffer().Add("type=TypeError value=x"u8, 0, LabelSet.Empty, metadata);

        Assert.Equal("42", record.Text(FaroFields.Hash));
        Assert.Equal("TypeError", record.Text(FaroFields.Type));
        Assert.Equal(FaroKind.Exception, record.Kind);
    }

    [Theory]
    [InlineData("kind=measurement lcp=2612.400000 value_lcp=2612.4000000059605", "lcp", 2612.4000000059605)]
    [InlineData("kind=measurement lcp=2612.400000", "lcp", 2612.4)]
    [InlineData("kind=measurement value_lcp=1.2345678e+06", "lcp", 1234567.8)]
    [InlineData("""{"kind":"measurement","lcp":"2.5","value_lcp":2.50001}""", "lcp", 2.50001)]
    [InlineData("kind=measurement lcp=3 value_lcp=NaN", "lcp", 3.0)]
    [InlineData("kind=event lcp=1 value_lcp=2", "lcp", 1.0)]
    [InlineData("kind=log x=-1.5", "x", -1.5)]
    public void TryGetNumber_OfAMeasurement_PrefersTheExactField(string line, string key, double expected)
    {
        Assert.True(Parse(line).TryGetNumber(key, out var number));
        Assert.Equal(expected, number);
    }

    [Theory]
    [InlineData("NaN")]
    [InlineData("Infinity")]
    [InlineData("+Inf")]
    [InlineData("1e400")]
    [InlineData("1,5")]
    [InlineData("0x10")]
    [InlineData("twelve")]
    [InlineData("\" 1\"")]
    [InlineData("\"\"")]
    public void TryGetNumber_OfNoFiniteNumber_IsFalse(string value) => Assert.False(Parse($"kind=measurement lcp={value}").TryGetNumber("lcp", out _));

    [Theory]
    [InlineData(@"a=x", "x", true)]
    [InlineData(@"a=x", "xy", false)]
    [InlineData(@"a=""say \""hi\""""", "say \"hi\"", true)]
    [InlineData(@"a=""\x""", @"\x", true)]
    [InlineData(@"a=""\n""", @"\n", false)]
    public void Is_OfAText_ComparesTheDecodedValue(string line, string value, bool expected)
    {
        Assert.True(Parse(line).TryGet("a", out var text));
        Assert.Equal(expected, text.Is(Encoding.UTF8.GetBytes(value)));
    }

    [Fact]
    public void SharedText_OfEqualValues_IsOneObject()
    {
        var buffer = new FaroRecordBuffer();
        var first = buffer.Add("browser_name=Arc"u8, 0, LabelSet.Empty);
        var second = buffer.Add("""{"browser_name":"Arc"}"""u8, 0, LabelSet.Empty);

        Assert.Same(first.Meta.BrowserName, second.Meta.BrowserName);
    }

    [Fact]
    public void SharedText_OfMoreValuesThanTheTableHolds_IsStillRight()
    {
        var buffer = new FaroRecordBuffer();
        for (var i = 0; i < 10_000; i++)
            Assert.Equal($"118.{i}", buffer.Add(Encoding.UTF8.GetBytes($"browser_version=118.{i}"), 0, LabelSet.Empty).Meta.BrowserVersion);
    }

    [Fact]
    public void Meta_OfALine_ReadsItsKeys()
    {
        var meta = Parse("sdk_name=faro-web sdk_version=2.10.0 app_name=shop-web app_namespace=retail app_release=r app_version=118 app_environment=production user_email=m@x.test "
            + "user_id=u-4711 user_username=\"ming chen\" session_id=k3 session_attr_previousSession=a9 page_id=/p/:sku page_url=\"https://x.test/?a=b\" browser_name=Arc "
            + "browser_version=139 browser_os=\"Mac OS\" browser_mobile=true browser_userAgent=UA browser_language=zh-TW browser_viewportWidth=1512 browser_viewportHeight=823 view_name=cart").Meta;

        Assert.Equal(
            "faro-web|2.10.0|shop-web|retail|r|118|production|m@x.test|u-4711|ming chen|k3|a9|/p/:sku|https://x.test/?a=b|Arc|139|Mac OS|True|UA|zh-TW|1512|823|cart",
            string.Join('|', meta.SdkName, meta.SdkVersion, meta.AppName, meta.AppNamespace, meta.AppRelease, meta.AppVersion, meta.AppEnvironment, meta.UserEmail, meta.UserId, meta.UserName,
                meta.SessionId, meta.PreviousSessionId, meta.PageId, meta.PageUrl, meta.BrowserName, meta.BrowserVersion, meta.BrowserOs, meta.IsMobile, meta.UserAgent, meta.Language,
                meta.ViewportWidth, meta.ViewportHeight, meta.ViewName));
        Assert.Null(Parse("kind=log").Meta.IsMobile);
        Assert.Null(Parse("kind=log").Meta.UserId);
    }

    [Fact]
    public void Request_OfNewConventions_IsRead()
    {
        var request = FaroHttpRequest.Of(Parse(Fetch));

        Assert.Equal(
            new FaroHttpRequest("fetch", "POST", "https://api.example.test/cart/items?sku=42", "api.example.test", 503, TimeSpan.FromTicks(4_123_000), "503"),
            request);
        Assert.True(request!.Failed);
    }

    [Theory]
    [InlineData("event_name=faro.tracing.xml-http-request event_data_http.method=GET event_data_http.url=/a event_data_http.host=h:80 event_data_http.status_code=200", "xml-http-request|GET|/a|h:80|200||", false)]
    [InlineData("event_name=faro.tracing.fetch event_data_http.method=OLD event_data_http.request.method=NEW event_data_http.response.status_code=204", "fetch|NEW|||204||", false)]
    [InlineData("event_name=faro.tracing.fetch event_data_http.response.status_code=0 event_data_duration_ns=-5", "fetch||||||", true)]
    [InlineData("event_name=faro.tracing.fetch event_data_http.response.status_code=200 event_data_error.type=timeout", "fetch||||200||timeout", true)]
    public void Request_OfOtherSpellings_IsRead(string line, string expected, bool failed)
    {
        var request = FaroHttpRequest.Of(Parse(line));

        Assert.NotNull(request);
        Assert.Equal(expected, string.Join('|', request.Instrumentation, request.Method, request.Url, request.Host, request.Status, request.Duration, request.ErrorType));
        Assert.Equal(failed, request.Failed);
    }

    [Theory]
    [InlineData("kind=event event_name=click")]
    [InlineData("kind=log event_name=faro.tracing.fetch")]
    [InlineData("")]
    public void Request_OfAnotherLine_IsNull(string line) => Assert.Null(FaroHttpRequest.Of(Parse(line)));

    [Theory]
    [InlineData("kind=measurement type=web-vitals lcp=2612.4 time_to_first_byte=611 context_id=v6-1 context_rating=poor context_navigation_type=reload context_navigation_entry_id=n1", "lcp 2612.4 v6-1 poor reload n1")]
    [InlineData("kind=measurement type=web-vitals cls=0.000000 value_cls=0", "cls 0    ")]
    [InlineData("kind=measurement type=web-vitals fcp=900 time_to_first_byte=600", "fcp 900    ")]
    [InlineData("kind=measurement type=web-vitals lcp=-1", null)]
    [InlineData("kind=measurement type=web-vitals lcp=NaN", null)]
    [InlineData("kind=measurement type=custom lcp=1", null)]
    [InlineData("kind=event type=web-vitals lcp=1", null)]
    public void WebVital_OfAMeasurement_IsItsUsableNumber(string line, string? expected)
    {
        var vital = FaroWebVital.Of(Parse(line));

        Assert.Equal(expected, vital is null ? null : FormattableString.Invariant($"{vital.Name} {vital.Value} {vital.Id} {vital.ReportedRating} {vital.NavigationType} {vital.NavigationId}"));
    }

    [Theory]
    [InlineData("traceID=5b8aa5a2d2c872e8321cf37308d69df2 spanID=051581bf3cb55c13", "5b8aa5a2d2c872e8321cf37308d69df2 051581bf3cb55c13")]
    [InlineData("traceID=5b8aa5a2d2c872e8321cf37308d69df2", "5b8aa5a2d2c872e8321cf37308d69df2 ")]
    [InlineData("traceID=5b8aa5a2d2c872e8321cf37308d69df2 spanID=0000000000000000", "5b8aa5a2d2c872e8321cf37308d69df2 ")]
    [InlineData("traceID=5B8AA5A2D2C872E8321CF37308D69DF2", null)]
    [InlineData("traceID=00000000000000000000000000000000", null)]
    [InlineData("traceID=5b8aa5a2d2c872e8", null)]
    [InlineData("traceID=../../ready/aaaaaaaaaaaaaaaaaaaaaaaa", null)]
    [InlineData("spanID=051581bf3cb55c13", null)]
    public void TraceLink_OfALine_TakesOnlyRealIds(string line, string? expected)
    {
        var link = TraceLink.Of(Parse(line));

        Assert.Equal(expected, link is null ? null : $"{link.TraceId} {link.SpanId}");
    }

    [Theory]
    [InlineData("kind=event event_name=view_changed", "page-view")]
    [InlineData("kind=event event_name=route_change", "page-view")]
    [InlineData("kind=event event_name=faro.navigation", "page-view")]
    [InlineData("kind=event event_name=faro.performance.navigation", "navigation")]
    [InlineData("kind=event event_name=faro.performance.resource", "request")]
    [InlineData("kind=event event_name=faro.user.action", "action")]
    [InlineData("kind=event event_name=faro.tracing.fetch", "request")]
    [InlineData("kind=event event_name=faro.session_recording.paused", "recording")]
    [InlineData("kind=event event_name=session_start", "event")]
    [InlineData("kind=event", "event")]
    [InlineData("kind=exception", "error")]
    [InlineData("kind=measurement type=web-vitals", "vital")]
    [InlineData("kind=measurement type=cart", "event")]
    [InlineData("kind=log", "log")]
    [InlineData("who knows", "log")]
    public void Category_OfALine_HasItsWord(string line, string expected)
    {
        var category = FaroCategories.Of(Parse(line));

        Assert.Equal(expected, FaroCategories.Word(category));
        Assert.Equal(category, FaroCategories.Parse(expected));
    }

    [Fact]
    public void Default_OfARecord_IsAnEmptyLine()
    {
        var record = default(FaroRecord);

        Assert.Equal("", record.ToString());
        Assert.Empty(record.Fields);
        Assert.Null(record.ItemTime);
        Assert.Null(record.Text("kind"));
    }

    [Fact]
    public void ArrivalTime_OfALine_IsExact()
    {
        var record = new FaroRecordBuffer().Add("a=1"u8, 1_795_132_897_935_000_123, LabelSet.Empty);

        Assert.Equal(1_795_132_897_935_000_123, record.ArrivalNanoseconds);
        Assert.Equal(new DateTimeOffset(2026, 11, 20, 0, 1, 37, 935, TimeSpan.Zero).AddTicks(1), record.ArrivalTime);
    }

    private static FaroRecord Parse(string line) => new FaroRecordBuffer().Add(Encoding.UTF8.GetBytes(line), 0, LabelSet.Empty);
}
