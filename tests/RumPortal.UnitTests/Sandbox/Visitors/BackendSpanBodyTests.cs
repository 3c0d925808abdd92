using System.Text;
using RumPortal.Sandbox.Visitors.Backends;
using RumPortal.Sandbox.Visitors.Payloads;

namespace RumPortal.UnitTests.Sandbox.Visitors;

public sealed class BackendSpanBodyTests
{
    [Fact]
    public void Write_SpanWithEverything_IsOtlpJson()
    {
        var service = new BackendService("shop-api", "retail", "production");
        var ids = new TraceLink("0af7651916cd43dd8448eb211c80319c", "b7ad6b7169203331");
        var start = DateTimeOffset.UnixEpoch.AddSeconds(1);
        var span = new BackendSpan(service, ids, "GET /cart", BackendSpanKind.Server, start, TimeSpan.FromMilliseconds(250))
        {
            ParentId = "00f067aa0ba902b7",
            Link = new TraceLink("1af7651916cd43dd8448eb211c80319c", "c7ad6b7169203331"),
            IsError = true,
            Exception = new BackendException("SQLException", "timeout", "SQLException: timeout"),
            Attributes = [("url.path", "/cart"), ("http.response.status_code", 500), ("sampler.param", true)],
        };

        var json = Encoding.UTF8.GetString(BackendSpanBody.Write([span]));

        Assert.Equal(
            """
            {"resourceSpans":[{"resource":{"attributes":[
            {"key":"service.name","value":{"stringValue":"shop-api"}},
            {"key":"service.namespace","value":{"stringValue":"retail"}},
            {"key":"service.version","value":{"stringValue":"2026.46.1"}},
            {"key":"deployment.environment.name","value":{"stringValue":"production"}}]},
            "scopeSpans":[{"scope":{"name":"shop-api.tracing"},
            "spans":[{"traceId":"0af7651916cd43dd8448eb211c80319c","spanId":"b7ad6b7169203331","parentSpanId":"00f067aa0ba902b7",
            "name":"GET /cart","kind":2,"startTimeUnixNano":"1000000000","endTimeUnixNano":"1250000000",
            "attributes":[{"key":"url.path","value":{"stringValue":"/cart"}},
            {"key":"http.response.status_code","value":{"intValue":500}},
            {"key":"sampler.param","value":{"boolValue":true}}],
            "events":[{"name":"exception","timeUnixNano":"1250000000","attributes":[
            {"key":"exception.type","value":{"stringValue":"SQLException"}},
            {"key":"exception.message","value":{"stringValue":"timeout"}},
            {"key":"exception.stacktrace","value":{"stringValue":"SQLException: timeout"}}]}],
            "links":[{"traceId":"1af7651916cd43dd8448eb211c80319c","spanId":"c7ad6b7169203331"}],
            "status":{"code":2}}]}]}]}
            """.ReplaceLineEndings(""),
            json);
    }
}
