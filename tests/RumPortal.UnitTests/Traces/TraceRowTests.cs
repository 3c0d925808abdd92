using RumPortal.Domain.Traces;

namespace RumPortal.UnitTests.Traces;

public sealed class TraceRowTests
{
    [Theory]
    [InlineData("session.id", "url.full", "http.response.status_code")]
    [InlineData("session_id", "http.url", "http.status_code")]
    public void Row_OfABrowsersTrace_TellsSessionAddressAndStatus(string session, string url, string status)
    {
        var row = TraceRow.Of(Found(
            Span(1, ("service.name", "ingress")),
            Span(2, ("service.name", "shop-web"), (session, "s1"), (url, "https://api.example.test/orders/1?q=2"), (status, "503"))));

        Assert.Equal(("shop-web", "s1", 503, "api.example.test/orders/1"), (row.App, row.SessionId, row.Status, row.Title));
        Assert.True(row.ReachesBackend);
        Assert.Equal((3, 1, true), (row.Spans, row.Errors, row.HasFailed));
    }

    [Fact]
    public void Row_OfAServersOwnTrace_HasTheNameOfItsRoot()
    {
        var row = TraceRow.Of(Found(Span(1, ("service.name", "ingress"))));

        Assert.Equal(("GET /orders", null, null), (row.Title, row.App, row.SessionId));
        Assert.Null(row.ReachesBackend);
    }

    [Fact]
    public void Row_WithoutCountsOfTheServer_SaysThatTheyAreUnknown()
    {
        var row = TraceRow.Of(Found(Span(1, ("service.name", "shop-web"), ("session.id", "s1"), ("status", "error"))) with { Services = [] });

        Assert.Null(row.Spans);
        Assert.Null(row.ReachesBackend);
        Assert.True(row.HasFailed);
    }

    [Fact]
    public void Row_WhoseSpansLieHoursApart_HasTheDurationThatTheBrowserMeasured()
    {
        var found = Found(Span(1, ("service.name", "shop-web"), ("session.id", "s1")));

        Assert.Equal((TimeSpan.FromMilliseconds(12), false), (TraceRow.Of(found).Duration, TraceRow.Of(found).ClocksDiffer));
        var apart = TraceRow.Of(found with { Duration = TimeSpan.FromHours(5) });
        Assert.Equal((TimeSpan.FromMilliseconds(5), true), (apart.Duration, apart.ClocksDiffer));
    }

    private static FoundTrace Found(params FoundSpan[] spans) => new(
        new TraceId(1), "ingress", "GET /orders", 1_000_000_000, TimeSpan.FromMilliseconds(12), [.. spans], spans.Length,
        [new ServiceSpans("shop-web", 1, 0), new ServiceSpans("ingress", 2, 1)]);

    private static FoundSpan Span(ulong id, params (string Key, string Value)[] attributes) => new(
        new SpanId(id), "GET", 1_000_000_000, 5_000_000,
        new SpanAttributes([.. attributes.Select(attribute => new SpanAttribute(attribute.Key, new AttributeValue.Text(attribute.Value)))]));
}
