using RumPortal.Sandbox.Otlp.Spans;
using RumPortal.Sandbox.Tempo.Store;

namespace RumPortal.UnitTests.Sandbox.Tempo;

public sealed class TraceStoreTests
{
    private static readonly SpanResource Resource = new(AttributeSet.Empty, "");
    private static readonly InstrumentationScope Scope = new("", "", AttributeSet.Empty, "");

    [Fact]
    public void Add_SpanSentTwice_IsStoredOnce()
    {
        var store = new TraceStore(1 << 20);

        store.Add([Span(1, 1, 0), Span(1, 1, 0), Span(1, 1, 0) with { Kind = SpanKind.Server }]);

        Assert.Equal((1, 2), (store.TraceCount, store.SpanCount));
    }

    [Fact]
    public void Add_BeyondTheBound_DropsTheOldestTracesWhole()
    {
        var store = new TraceStore(100_000);

        for (var i = 1UL; i <= 1_000; i++) store.Add([Span(i, i, 0, start: i), Span(i, i + 10_000, i, start: i)]);

        Assert.InRange(store.Size, 50_000, 100_000);
        Assert.Equal(1_000, store.TraceCount + store.EvictedTraces);
        Assert.Equal(store.SpanCount, 2L * store.TraceCount);
        Assert.Null(store.Find(1));
        Assert.NotNull(store.Find(1_000));
    }

    [Fact]
    public void Between_ARange_HasTracesOfWhichAnyPartLiesInIt()
    {
        var store = new TraceStore(1 << 20);
        store.Add([Span(1, 1, 0, 10, 20), Span(2, 2, 0, 30, 40), Span(3, 3, 0, 50, 60)]);

        Assert.Equal([3, 2], store.Between(40, 50).Select(trace => (int)trace.Id));
    }

    [Fact]
    public void Tree_OfAChainOfAHundredThousandSpans_IsNumberedWithoutRecursion()
    {
        var nodes = new TraceTree(1, [.. Enumerable.Range(1, 100_000).Select(i => Span(1, (ulong)i, (ulong)i - 1))]).Nodes;

        Assert.Equal((1, 200_000, -1), (nodes[0].Left, nodes[0].Right, nodes[0].ParentLeft));
        Assert.Equal((100_000, 100_001, 99_999), (nodes[^1].Left, nodes[^1].Right, nodes[^1].ParentLeft));
    }

    [Fact]
    public void Tree_WithALoop_LeavesItsSpansWithoutNumbers()
    {
        var tree = new TraceTree(1, [Span(1, 1, 0), Span(1, 2, 3), Span(1, 3, 2), Span(1, 4, 4)]);

        Assert.Equal([1, 0, 0, 0], tree.Nodes.Select(node => node.Left));
        Assert.Equal([2, 0, 0, 0], tree.Nodes.Select(node => node.Right));
    }

    [Fact]
    public void Tree_OfSpansThatShareAnId_GivesTheChildrenToTheFirst()
    {
        var tree = new TraceTree(1, [Span(1, 1, 0), Span(1, 2, 1), Span(1, 2, 1) with { Kind = SpanKind.Server }, Span(1, 3, 2)]);

        Assert.Equal([(1, 8), (2, 5), (6, 7), (3, 4)], tree.Nodes.Select(node => (node.Left, node.Right)));
    }

    [Fact]
    public void Duration_OfASpanThatEndsBeforeItsStart_IsZero() => Assert.Equal(0UL, Span(1, 1, 0, 20, 10).Duration);

    private static Span Span(UInt128 trace, ulong id, ulong parent, ulong start = 1, ulong end = 2) =>
        new() { Resource = Resource, Scope = Scope, TraceId = trace, SpanId = id, ParentSpanId = parent, Start = start, End = end };
}
