using RumPortal.Domain.Traces;
using RumPortal.Domain.Traces.Waterfall;

namespace RumPortal.UnitTests.Traces.Waterfall;

public sealed class CriticalPathTests
{
    public static TheoryData<string, Span[], string> Cases => new()
    {
        { "a span alone", [Spans.Span(1, null, 0, 100)], "1:0-100" },
        { "children one after the other", [Spans.Span(1, null, 0, 100), Spans.Span(2, 1, 10, 40), Spans.Span(3, 1, 50, 90)], "1:0-10 2:10-40 1:40-50 3:50-90 1:90-100" },
        { "children side by side: the last to finish", [Spans.Span(1, null, 0, 100), Spans.Span(2, 1, 10, 80), Spans.Span(3, 1, 20, 90)], "1:0-20 3:20-90 1:90-100" },
        { "a child that finished before the last one began", [Spans.Span(1, null, 0, 100), Spans.Span(2, 1, 0, 30), Spans.Span(3, 1, 20, 60), Spans.Span(4, 1, 60, 100)], "1:0-20 3:20-60 4:60-100" },
        { "a child's own children", [Spans.Span(1, null, 0, 100), Spans.Span(2, 1, 10, 90), Spans.Span(3, 2, 20, 50)], "1:0-10 2:10-20 3:20-50 2:50-90 1:90-100" },
        { "a child that outlasts its parent", [Spans.Span(1, null, 0, 100), Spans.Span(2, 1, 60, 150), Spans.Span(3, 2, 90, 140)], "1:0-60 2:60-90 3:90-100" },
        { "a child that begins before its parent", [Spans.Span(1, null, 50, 100), Spans.Span(2, 1, 20, 80)], "2:50-80 1:80-100" },
        { "a child after its parent's end", [Spans.Span(1, null, 0, 100), Spans.Span(2, 1, 200, 300)], "1:0-100" },
        { "two roots", [Spans.Span(1, null, 0, 100), Spans.Span(2, null, 300, 400)], "1:0-100 2:300-400" },
        { "no length at all", [Spans.Span(1, null, 5, 5)], "" },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void Path_WorkedOutByHand_IsFound(string because, Span[] spans, string expected)
    {
        var tree = TraceTree.Build(Spans.Trace([.. spans]));

        Assert.True(expected == Text(tree), $"{because}: {Text(tree)}");
    }

    private static string Text(TraceTree tree) => string.Join(' ', tree.CriticalPath.Select(section =>
        $"{tree.Nodes[section.Node].Id?.Value}:{Spans.Milliseconds(section.From - Spans.Zero)}-{Spans.Milliseconds(section.To - Spans.Zero)}"));
}
