using System.Text;
using RumPortal.Domain.Faro;
using RumPortal.Domain.Querying;

namespace RumPortal.UnitTests.Faro;

/// <summary>Lines of other producers and times than the conformance data holds.</summary>
public sealed class ProducerTests
{
    [Fact]
    public void Record_OfOtelcolMeasurement_IsRead()
    {
        var record = Parse(
            "timestamp=2026-08-20T03:14:09.118Z kind=measurement type=web-vitals context_id=v6-1787195645012-4821930155627 context_rating=needs-improvement "
            + "delta=2612.400000 lcp=2612.400000 traceID=5b8aa5a2d2c872e8321cf37308d69df2 spanID=051581bf3cb55c13 value_delta=2612.4 value_lcp=2612.4000000059605 "
            + "action_parent_id=p1 action_name=checkout sdk_name=faro-web sdk_version=2.12.1 app_name=shop-web session_id=k3VbN8qLwZ browser_name=Arc browser_mobile=false "
            + "browser_brand_0_brand=Chromium browser_brand_0_version=139 geo_country_iso=TW k6_isK6Browser=false");

        Assert.Equal(new DateTimeOffset(2026, 8, 20, 3, 14, 9, 118, TimeSpan.Zero), record.ItemTime);
        Assert.Equal(new FaroWebVital("lcp", 2612.4000000059605, "v6-1787195645012-4821930155627", "needs-improvement", null, null), FaroWebVital.Of(record));
        Assert.Equal(("checkout", "p1"), (record.Text(FaroFields.ActionName), record.Text(FaroFields.ActionParentId)));
        Assert.NotNull(TraceLink.Of(record));
    }

    [Fact]
    public void Record_OfOtelcolException_TakesItsHashFromTheMetadata()
    {
        var metadata = LabelSet.From([new("hash", "5663752167247402516"), new("kind", "exception")]);
        var line = "timestamp=2026-08-20T03:14:07.305Z kind=exception type=TypeError value=\"x is undefined\" stacktrace=\"TypeError: x is undefined\\n  at f (a.js:2:7)\" app_name=shop-web";
        var record = new FaroRecordBuffer().Add(Encoding.UTF8.GetBytes(line), 0, LabelSet.From([new("service_name", "shop-web")]), metadata);

        Assert.Equal(FaroKind.Exception, record.Kind);
        Assert.Equal("5663752167247402516", record.Text(FaroFields.Hash));
        Assert.Equal("TypeError: x is undefined\n  at f (a.js:2:7)", record.Text(FaroFields.StackTrace));
    }

    [Fact]
    public void Record_OfSdk1Vital_HasNoRatingAndOnlyRoundedNumbers()
    {
        var record = Parse("timestamp=\"2024-05-02 10:00:00.5 +0000 UTC\" kind=measurement type=web-vitals fid=1.100000 sdk_name=@grafana/faro-core sdk_version=1.3.0 app_name=old browser_mobile=false");

        Assert.Equal(new FaroWebVital("fid", 1.1, null, null, null, null), FaroWebVital.Of(record));
        Assert.Equal("@grafana/faro-core", record.Meta.SdkName);
    }

    [Fact]
    public void Record_OfSdk1Request_HasTheOldConventions()
    {
        var record = Parse("timestamp=\"2024-05-02 10:00:00 +0000 UTC\" kind=event event_name=faro.tracing.fetch event_data_component=fetch event_data_duration_ns=1500000 "
            + "event_data_http.host=api.test event_data_http.method=GET event_data_http.status_code=404 event_data_http.url=https://api.test/x sdk_version=1.8.0");

        Assert.Equal(new FaroHttpRequest("fetch", "GET", "https://api.test/x", "api.test", 404, TimeSpan.FromMilliseconds(1.5), null), FaroHttpRequest.Of(record));
    }

    [Fact]
    public void Record_OfALineWithoutTime_HasNone()
    {
        var record = new FaroRecordBuffer().Add("timestamp=\"0001-01-01 00:00:00 +0000 UTC\" kind=log message=x level=info browser_mobile=false"u8, 1_787_195_647_000_000_000, LabelSet.Empty);

        Assert.Null(record.ItemTime);
        Assert.Equal(new DateTimeOffset(2026, 8, 20, 3, 14, 7, TimeSpan.Zero), record.ArrivalTime);
    }

    [Fact]
    public void Record_OfAJsonLineOfTheReceiver_IsRead()
    {
        var record = Parse("""{"app_name":"shop-web","browser_mobile":"false","context_element":"main\u003esection.hero\u003eimg.cover","context_id":"v6-1","kind":"measurement","lcp":"2612.400000","page_url":"https://shop.example.test/products/42?ref=mail\u0026lang=zh-TW","timestamp":"2026-08-20 03:14:09.118 +0000 UTC","type":"web-vitals","value_lcp":2612.4000000059605}""");

        Assert.Equal(FaroLineFormat.Json, record.Format);
        Assert.Equal("main>section.hero>img.cover", record.Text("context_element"));
        Assert.Equal("https://shop.example.test/products/42?ref=mail&lang=zh-TW", record.Meta.PageUrl);
        Assert.Equal(2612.4000000059605, FaroWebVital.Of(record)?.Value);
        Assert.Equal(118, record.ItemTime?.Millisecond);
    }

    private static FaroRecord Parse(string line) => new FaroRecordBuffer().Add(Encoding.UTF8.GetBytes(line), 0, LabelSet.Empty);
}
