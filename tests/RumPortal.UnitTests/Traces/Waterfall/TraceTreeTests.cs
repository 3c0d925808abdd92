using System.Diagnostics.CodeAnalysis;
using RumPortal.Domain.Traces;
using RumPortal.Domain.Traces.Waterfall;

namespace RumPortal.UnitTests.Traces.Waterfall;

public sealed class TraceTreeTests
{
    private static readonly SpanResource Ingress = Spans.Resource("ingress");
    private static readonly SpanResource Orders = Spans.Resource("orders");

    [Fact]
    public void Tree_OfSpansInAnyOrder_ListsChildrenByStartBelowTheirParent()
    {
        var tree = TraceTree.Build(Spans.Trace(Spans.Span(4, 1, 60, 90), Spans.Span(3, 2, 20, 30), Spans.Span(2, 1, 10, 50), Spans.Span(1, null, 0, 100)));

        Assert.Equal(["1 0", "2 1", "3 2", "4 1"], Shape(tree));
        Assert.Equal([3, 1, 0, 0], tree.Nodes.Select(node => node.Descendants));
        Assert.Equal((Spans.At(0), 100L), (tree.Start, Spans.Milliseconds(tree.Duration)));
    }

    [Fact]
    public void Roots_OfBrowserAndServers_BeginWithTheBrowser()
    {
        var tree = TraceTree.Build(Spans.Trace(Spans.Span(1, null, 0, 100, Orders), Spans.Span(2, null, 50, 60, Spans.Browser)));

        Assert.Equal(["2 0", "1 0"], Shape(tree));
    }

    [Fact]
    public void Parent_ThatNeverArrived_IsANodeOverAllThatNameIt()
    {
        var tree = TraceTree.Build(Spans.Trace(Spans.Span(2, 9, 10, 20), Spans.Span(3, 9, 15, 40), Spans.Span(4, 8, 50, 60)));

        Assert.Equal(["9? 0", "2 1", "3 1", "8? 0", "4 1"], Shape(tree));
        Assert.Equal((10, 40), TimesOf(tree, 9));
        Assert.Equal(0, tree.Nodes[0].SelfTime);
        Assert.Equal(["s2", "s3"], tree.ChildrenOf(0).Select(node => node.Span?.Name));
        Assert.Equal((LinkState.ParentMissing, 2, "s2"), (TraceSummary.Of(tree).State, TraceSummary.Of(tree).MissingParents, TraceSummary.Of(tree).Name));
    }

    [Theory]
    [InlineData("https://shop.test/api/orders?x=1", "/orders", "1 0,9? 1,2 2")]
    [InlineData("https://shop.test/orders", "/orders", "1 0,9? 1,2 2")]
    [InlineData("https://shop.test/cart", "/orders", "1 0,9? 1,2 2")]
    public void MissingParent_OfTheOnlyUnansweredCall_IsPutBelowIt(string called, string answered, string expected)
    {
        var tree = TraceTree.Build(Spans.Trace(
            Spans.Span(1, null, 0, 100, Spans.Browser, SpanKind.Client, ("url.full", called)), Spans.Span(2, 9, 20, 80, Orders, SpanKind.Server, ("url.path", answered))));

        Assert.Equal(expected, string.Join(',', Shape(tree)));
        Assert.Equal(NodeMarks.InferredPlace, tree.Nodes[1].Marks);
    }

    [Fact]
    public void MissingParent_OfSeveralUnansweredCalls_IsPutBelowTheOneWithItsPath()
    {
        var tree = TraceTree.Build(Spans.Trace(
            Spans.Span(1, null, 0, 100, Spans.Browser, SpanKind.Client, ("url.full", "https://shop.test/cart")),
            Spans.Span(3, null, 0, 100, Spans.Browser, SpanKind.Client, ("url.full", "https://shop.test/orders")),
            Spans.Span(2, 9, 20, 80, Orders, SpanKind.Server, ("url.path", "/orders"))));

        Assert.Equal(["1 0", "3 0", "9? 1", "2 2"], Shape(tree));
    }

    [Fact]
    public void MissingParent_WithoutACertainPlace_StaysARoot()
    {
        var calls = new[] { 1ul, 3ul }.Select(id => Spans.Span(id, null, 0, 100, Spans.Browser, SpanKind.Client));

        var tree = TraceTree.Build(Spans.Trace([.. calls, Spans.Span(2, 9, 20, 80, Orders, SpanKind.Server)]));

        Assert.Equal(["1 0", "3 0", "9? 0", "2 1"], Shape(tree));
    }

    [Fact]
    public void Ring_OfParents_IsCutBeforeItsEarliestSpan()
    {
        var tree = TraceTree.Build(Spans.Trace(Spans.Span(1, 3, 30, 40), Spans.Span(2, 1, 10, 20), Spans.Span(3, 2, 20, 30), Spans.Span(4, 3, 25, 26), Spans.Span(5, 5, 90, 95)));

        Assert.Equal(["2 0", "3 1", "4 2", "1 2", "5 0"], Shape(tree));
        Assert.Equal([NodeMarks.RingCut, NodeMarks.RingCut], tree.Nodes.Where(node => node.Parent < 0).Select(node => node.Marks));
        Assert.Equal(2, TraceSummary.Of(tree).Rings);
    }

    [Fact]
    public void Id_SharedByBothHalvesOfACall_PutsTheServerBelowTheClient()
    {
        var tree = TraceTree.Build(Spans.Trace(
            Spans.Span(1, null, 0, 100, Ingress, SpanKind.Server),
            Spans.Span(2, 1, 10, 90, Ingress, SpanKind.Client),
            Spans.Span(2, 1, 20, 80, Orders, SpanKind.Server),
            Spans.Span(3, 2, 30, 40, Orders),
            Spans.Span(4, 2, 12, 13, Ingress)));

        Assert.Equal(["ingress 1", "ingress 2", "ingress 4", "orders 2", "orders 3"], tree.Nodes.Select(node => $"{node.Service} {node.Id?.Value}"));
        Assert.Equal([0, 1, 2, 2, 3], tree.Nodes.Select(node => node.Depth));
        Assert.Equal(NodeMarks.SharedId, tree.Nodes[3].Marks);
        Assert.Equal(0, TraceSummary.Of(tree).RepeatedIds);
    }

    [Fact]
    public void Id_SentTwice_IsKeptTwiceAndSaid()
    {
        var tree = TraceTree.Build(Spans.Trace(Spans.Span(1, null, 0, 100), Spans.Span(2, 1, 10, 20), Spans.Span(2, 1, 10, 20), Spans.Span(3, 2, 12, 14)));

        Assert.Equal(["1 0", "2 1", "3 2", "2 1"], Shape(tree));
        Assert.Equal([NodeMarks.None, NodeMarks.None, NodeMarks.None, NodeMarks.RepeatedId], tree.Nodes.Select(node => node.Marks));
        Assert.Equal((4, 1), (TraceSummary.Of(tree).Spans, TraceSummary.Of(tree).RepeatedIds));
    }

    [Fact]
    public void Duration_BelowZero_IsShownAsNoneAndMarked()
    {
        var tree = TraceTree.Build(Spans.Trace(Spans.Span(1, null, 50, 20)));

        Assert.Equal((0L, NodeMarks.NegativeDuration, 1), (tree.Nodes[0].Duration, tree.Nodes[0].Marks, TraceSummary.Of(tree).NegativeDurations));
    }

    [Fact]
    public void Times_OfEveryExtreme_NeverOverflow()
    {
        var wild = Spans.Span(2, 1, 0, 0, Orders, SpanKind.Server) with { Start = long.MinValue, End = long.MaxValue };

        var tree = TraceTree.Build(Spans.Trace(Spans.Span(1, null, 0, 10, Spans.Browser, SpanKind.Client) with { Start = long.MaxValue, End = long.MinValue }, wild));

        Assert.All(tree.Nodes, node => Assert.True(node.Duration >= 0 && node.SelfTime >= 0));
        Assert.True(tree.Duration >= 0);
    }

    [Fact]
    public void SelfTime_OfAParent_LeavesOutTheUnionOfItsChildren()
    {
        var tree = TraceTree.Build(Spans.Trace(
            Spans.Span(1, null, 0, 100), Spans.Span(2, 1, 10, 40), Spans.Span(3, 1, 20, 30), Spans.Span(4, 1, 35, 50), Spans.Span(5, 1, 90, 120), Spans.Span(6, 1, 200, 300)));

        Assert.Equal([50, 30, 10, 15, 30, 100], tree.Nodes.Select(node => Spans.Milliseconds(node.SelfTime)));
    }

    [Fact]
    public void Tree_OfAHundredThousandSpansInOneChain_IsBuilt()
    {
        var spans = Enumerable.Range(1, 100_000).Select(i => Spans.Span((ulong)i, i == 1 ? null : (ulong)i - 1, i, 300_000 - i)).Reverse();

        var tree = TraceTree.Build(Spans.Trace([.. spans]));

        Assert.Equal(99_999, tree.Nodes[^1].Depth);
        Assert.Equal(99_999, tree.Nodes[0].Descendants);
        Assert.Equal((2 * 99_999) + 1, tree.CriticalPath.Length);
    }

    [Fact]
    public void Tree_OfAHundredThousandSpansBelowOne_IsBuilt()
    {
        var spans = Enumerable.Range(2, 100_000).Select(i => Spans.Span((ulong)i, 1, i, i + 1)).Prepend(Spans.Span(1, null, 0, 200_000));

        var tree = TraceTree.Build(Spans.Trace([.. spans]));

        Assert.Equal(Enumerable.Range(1, 100_001).Select(i => (ulong?)i), tree.Nodes.Select(node => node.Id?.Value));
        Assert.Equal(100_000, Spans.Milliseconds(tree.Nodes[0].SelfTime));
    }

    [Fact]
    public void Tree_OfAHundredThousandSpansInRings_HasThemAll()
    {
        var spans = Enumerable.Range(1, 100_000).Select(i => Spans.Span((ulong)i, (ulong)(i % 1000 == 0 ? i - 999 : i + 1), i, i + 1));

        var tree = TraceTree.Build(Spans.Trace([.. spans]));

        Assert.Equal((100_000, 100), (tree.Nodes.Length, TraceSummary.Of(tree).Rings));
    }

    [Fact]
    [SuppressMessage("Performance", "CA1861", Justification = "An expectation is read where it is used.")]
    public void Document_ThatNamesItsTrace_IsTheRootAboveTheServer()
    {
        var load = new LoadedDocument("shop-web", Spans.At(0), 800_000_000, new SpanId(2), "https://shop.test/orders/5", "k3VbN8qLwZ");

        var tree = TraceTree.Build(Spans.Trace(Spans.Span(1, null, 100, 300, Ingress, SpanKind.Server), Spans.Span(2, 1, 120, 280, Orders, SpanKind.Server)), document: load);

        Assert.Equal(new[] { TraceNodeKind.DocumentLoad, TraceNodeKind.Span, TraceNodeKind.Span }, tree.Nodes.Select(node => node.Kind));
        Assert.Equal([0, 1, 2], tree.Nodes.Select(node => node.Depth));
        Assert.Equal(("Document https://shop.test/orders/5", LinkState.Complete, 2), (TraceSummary.Of(tree).Name, TraceSummary.Of(tree).State, TraceSummary.Of(tree).Spans));
        Assert.Equal(600, Spans.Milliseconds(tree.Nodes[0].SelfTime));
    }

    private static IEnumerable<string> Shape(TraceTree tree) =>
        tree.Nodes.Select(node => $"{node.Id?.Value}{(node.Kind == TraceNodeKind.MissingParent ? "?" : "")} {node.Depth}");

    private static (long Start, long End) TimesOf(TraceTree tree, ulong id)
    {
        var node = tree.Nodes.First(node => node.Id?.Value == id);
        return (Spans.Milliseconds(node.Start - Spans.Zero), Spans.Milliseconds(node.End - Spans.Zero));
    }
}
