using RumPortal.Sandbox.Otlp.Spans;

namespace RumPortal.Sandbox.Tempo.Store;

/// <summary>
/// The spans of a trace in the nested-set model that Tempo's blocks have: each gets a left and a right number, and those of a descendant lie
/// between those of its ancestor. Spans that no root reaches have zeros and are in no relation to others. By index of the span.
/// </summary>
internal sealed class NestedSet
{
    private NestedSet(int count) => (Left, Right, ParentLeft, ChildCount) = (new int[count], new int[count], new int[count], new int[count]);

    public int[] Left { get; }

    public int[] Right { get; }

    public int[] ParentLeft { get; }

    public int[] ChildCount { get; }

    /// <summary>Walks from each root, without recursion: chains of spans may be long. Loops hang on no root and are never entered.</summary>
    public static NestedSet Of(IReadOnlyList<Span> spans)
    {
        var numbers = new NestedSet(spans.Count);
        var children = Enumerable.Range(0, spans.Count).Where(i => spans[i].ParentSpanId != 0).ToLookup(i => spans[i].ParentSpanId);
        var (next, open, entered) = (1, new Stack<(int Span, IEnumerator<int> Children)>(), new HashSet<ulong>());
        for (var i = 0; i < spans.Count; i++)
        {
            numbers.ChildCount[i] = children[spans[i].SpanId].Count();
            if (spans[i].ParentSpanId != 0) continue;
            Enter(i, -1);
            while (open.TryPeek(out var top))
            {
                if (top.Children.MoveNext()) Enter(top.Children.Current, numbers.Left[top.Span]);
                else numbers.Right[open.Pop().Span] = next++;
            }
        }

        return numbers;

        void Enter(int span, int parentLeft)
        {
            (numbers.Left[span], numbers.ParentLeft[span]) = (next++, parentLeft);
            // Of spans that share an id the first has the children.
            var own = entered.Add(spans[span].SpanId) ? children[spans[span].SpanId] : [];
            open.Push((span, own.GetEnumerator()));
        }
    }
}
