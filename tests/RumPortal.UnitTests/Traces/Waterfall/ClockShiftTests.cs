using RumPortal.Domain.Traces;
using RumPortal.Domain.Traces.Waterfall;

namespace RumPortal.UnitTests.Traces.Waterfall;

public sealed class ClockShiftTests
{
    private static readonly SpanResource Api = Spans.Resource("api");
    private static readonly SpanResource Pay = Spans.Resource("pay");

    [Theory]
    [InlineData(20, 80, 0, "lies within")]
    [InlineData(-1000, -940, 1020, "is centred from before")]
    [InlineData(5000, 5060, -4980, "is centred from after")]
    [InlineData(90, 150, -70, "overlaps the end")]
    [InlineData(-50, 150, 50, "is longer, so only its start is held")]
    [InlineData(10, 250, 0, "is longer and starts late enough")]
    public void Server_BesideItsRemoteCall_IsShifted(long start, long end, long expected, string because)
    {
        var tree = TraceTree.Build(Spans.Trace(
            Spans.Span(1, null, 0, 100, Spans.Browser, SpanKind.Client), Spans.Span(2, 1, start, end, Api, SpanKind.Server), Spans.Span(3, 2, start + 1, start + 2, Api)));

        Assert.True(expected == Spans.Milliseconds(tree.Nodes[1].Shift), because);
        Assert.Equal([0, start + expected, start + 1 + expected], tree.Nodes.Select(node => Spans.Milliseconds(node.Start - Spans.Zero)));
    }

    [Fact]
    public void Services_ThatShareAClock_KeepTheirDistances()
    {
        var tree = TraceTree.Build(Spans.Trace(
            Spans.Span(1, null, 0, 100, Spans.Browser, SpanKind.Client),
            Spans.Span(2, 1, 5000, 5060, Api, SpanKind.Server),
            Spans.Span(3, 2, 5010, 5050, Api, SpanKind.Client),
            Spans.Span(4, 3, 5012, 5020, Pay, SpanKind.Server)));

        Assert.Equal([0, -4980, -4980, -4980], tree.Nodes.Select(node => Spans.Milliseconds(node.Shift)));
        Assert.Equal([new ServiceShift("api", -4_980_000_000, -4_980_000_000), new ServiceShift("pay", -4_980_000_000, -4_980_000_000)], tree.Shifts);
    }

    [Fact]
    public void Service_WithTheBrowsersClock_IsNotShiftedBecauseItsCallerIs()
    {
        var tree = TraceTree.Build(Spans.Trace(
            Spans.Span(1, null, 0, 100, Spans.Browser, SpanKind.Client),
            Spans.Span(2, 1, 5000, 5060, Api, SpanKind.Server),
            Spans.Span(3, 2, 5010, 5050, Api, SpanKind.Client),
            Spans.Span(4, 3, 35, 45, Pay, SpanKind.Server)));

        Assert.Equal([0, -4980, -4980, 0], tree.Nodes.Select(node => Spans.Milliseconds(node.Shift)));
    }

    [Fact]
    public void Child_OfTheSameMachine_IsLeftWhereItIs()
    {
        var tree = TraceTree.Build(Spans.Trace(Spans.Span(1, null, 0, 100, Api), Spans.Span(2, 1, 500, 510, Api), Spans.Span(3, 1, 500, 510, Pay, SpanKind.Consumer)));

        Assert.All(tree.Nodes, node => Assert.Equal(0, node.Shift));
        Assert.Empty(tree.Shifts);
    }

    [Fact]
    public void Server_BelowAMissingHop_IsHeldAgainstTheCallAboveIt()
    {
        var tree = TraceTree.Build(Spans.Trace(
            Spans.Span(1, null, 0, 100, Spans.Browser, SpanKind.Client, ("url.full", "https://shop.test/orders")), Spans.Span(2, 9, 7020, 7080, Api, SpanKind.Server, ("url.path", "/orders"))));

        Assert.Equal([0, 20, 20], tree.Nodes.Select(node => Spans.Milliseconds(node.Start - Spans.Zero)));
    }

    [Fact]
    public void Tree_ByTheSendersClocks_ShowsTheirTimesAndKnowsTheShift()
    {
        var tree = TraceTree.Build(
            Spans.Trace(Spans.Span(1, null, 0, 100, Spans.Browser, SpanKind.Client), Spans.Span(2, 1, -1000, -940, Api, SpanKind.Server)), TraceClock.AsRecorded);

        Assert.Equal([0, -1000], tree.Nodes.Select(node => Spans.Milliseconds(node.Start - Spans.Zero)));
        Assert.Equal([("api", 1020L)], tree.Shifts.Select(shift => (shift.Service, Spans.Milliseconds(shift.Largest))));
    }
}
