using RumPortal.Domain.Apps;
using RumPortal.Domain.Traces;
using RumPortal.Domain.Traces.Waterfall;
using RumPortal.Portal.Features.Traces;
using RumPortal.Testing;
using RumPortal.UnitTests.Traces.Waterfall;

namespace RumPortal.UnitTests.Portal.Traces;

public sealed class SpanDetailTests
{
    private static readonly OpenedTrace Opened = new(
        Spans.Trace(
            Spans.Span(1, null, 0, 100, Spans.Browser, SpanKind.Client, ("session.id", "k3VbN8qLwZ"), ("user.name", "Nils"), ("url.full", "https://shop.test/orders")),
            Spans.Span(2, 9, 20, 80, Spans.Resource("orders"), SpanKind.Server, ("url.path", "/orders"), ("enduser.id", "u-1"), ("big", new string('x', 1_000_000)))),
        null);

    [Fact]
    public void Span_OfAnOwnApp_LeadsToItsSession()
    {
        var detail = SpanDetail.Of(Opened, "0000000000000001", Viewers.Unmasking("shop-web"));

        Assert.Equal(("k3VbN8qLwZ", "Nils", "Nils"), (detail?.Link?.Session, detail?.Link?.Visitor.Name, ValueOf(detail, "user.name")));
    }

    [Fact]
    public void Span_ForWhoMayNotSeeUsers_IsMasked()
    {
        Assert.Equal("***", ValueOf(SpanDetail.Of(Opened, "0000000000000001", Viewers.Of("shop-web")), "user.name"));
        Assert.Equal("***", ValueOf(SpanDetail.Of(Opened, "0000000000000002", Viewers.Of("shop-web")), "enduser.id"));
    }

    [Fact]
    public void Span_OfAnAppOfOthers_LeadsNowhere() => Assert.Null(SpanDetail.Of(Opened, "0000000000000001", Viewers.Of("docs-site"))?.Link);

    [Fact]
    public void Value_OfAMegabyte_IsCutAndSaysByHowMuch()
    {
        var big = SpanDetail.Of(Opened, "0000000000000002", Viewers.Admin)?.Attributes.Single(attribute => attribute.Key == "big");

        Assert.Equal((ShownAttribute.LongestValue, 1_000_000 - ShownAttribute.LongestValue), (big?.Value.Length, big?.Cut));
    }

    [Fact]
    public void MissingParent_Looked_SaysWhoNamesItAndWhichAppItIsOf()
    {
        var detail = SpanDetail.Of(Opened, "0000000000000009", Viewers.Admin);

        Assert.Equal((TraceNodeKind.MissingParent, "shop-web", 20_000_000L), (detail?.Node.Kind, detail?.App, detail?.Offset));
        Assert.Equal(["s2"], detail?.Named.Select(title => title.Name));
    }

    [Fact]
    public void Key_OfNoNode_HasNoDetail() => Assert.Null(SpanDetail.Of(Opened, "0000000000000777", Viewers.Admin));

    [Fact]
    public void Keys_OfRepeatedIds_AreAllDifferent()
    {
        var tree = TraceTree.Build(Spans.Trace(Spans.Span(1, null, 0, 9), Spans.Span(1, null, 1, 9), Spans.Span(1, null, 2, 9)));

        Assert.Equal(["0000000000000001", "0000000000000001.2", "0000000000000001.3"], NodeKeys.Of(tree));
    }

    [Theory]
    [InlineData("shop-web", ViewerRole.Viewer, TraceSight.Seen)]
    [InlineData("docs-site", ViewerRole.Approver, TraceSight.Hidden)]
    [InlineData("docs-site", ViewerRole.Admin, TraceSight.Seen)]
    public void Trace_WithSpansOfAnApp_IsSeenByItsTeam(string app, ViewerRole role, TraceSight expected) =>
        Assert.Equal(expected, TraceSights.Of(Viewers.Of(app) with { Role = role }, Opened.Trace));

    [Theory]
    [InlineData(ViewerRole.Viewer, TraceSight.ByLines)]
    [InlineData(ViewerRole.Approver, TraceSight.Seen)]
    public void Trace_WithoutSpansOfApps_IsSeenByApproversOrByLines(ViewerRole role, TraceSight expected) =>
        Assert.Equal(expected, TraceSights.Of(Viewers.Of("shop-web") with { Role = role }, Spans.Trace(Spans.Span(1, null, 0, 9))));

    private static string? ValueOf(SpanDetail? detail, string key) => detail?.Attributes.FirstOrDefault(attribute => attribute.Key == key)?.Value;
}
