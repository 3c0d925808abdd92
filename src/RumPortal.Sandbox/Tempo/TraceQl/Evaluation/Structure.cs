using RumPortal.Sandbox.Tempo.Store;

namespace RumPortal.Sandbox.Tempo.TraceQl.Evaluation;

/// <summary>The structural operators: which spans of one set stand in a relation to any span of another. Looks spans up instead of comparing each with each.</summary>
internal static class Structure
{
    /// <param name="sign"><c>&gt; &gt;&gt; &lt; &lt;&lt; ~</c>, alone, after <c>!</c> (those in no such relation) or after <c>&amp;</c> (both sides).</param>
    /// <param name="left">The spans before the operator.</param>
    /// <param name="right">The spans after it, of which the result is made.</param>
    public static IReadOnlyList<SpanNode> Join(string sign, IReadOnlyList<SpanNode> left, IReadOnlyList<SpanNode> right)
    {
        var relation = sign.TrimStart('!', '&');
        var related = Related(relation, left);
        if (sign[0] == '!') return [.. right.Where(span => !related(span))];
        if (sign[0] != '&') return [.. right.Where(related)];
        var back = Related(Reversed(relation), right);
        return [.. right.Where(related).Concat(left.Where(back)).Distinct()];
    }

    private static string Reversed(string relation) => relation switch
    {
        ">" => "<",
        "<" => ">",
        ">>" => "<<",
        "<<" => ">>",
        _ => relation,
    };

    /// <summary>Whether a span is a child (parent, descendant, ...) of any of the given.</summary>
    private static Func<SpanNode, bool> Related(string relation, IReadOnlyList<SpanNode> others)
    {
        var numbered = others.Where(span => span.Left > 0).ToList();
        switch (relation)
        {
            case ">":
                var parents = numbered.Select(span => span.Left).ToHashSet();
                return span => parents.Contains(span.ParentLeft);
            case "<":
                var children = numbered.Select(span => span.ParentLeft).Where(parent => parent > 0).ToHashSet();
                return span => children.Contains(span.Left);
            case ">>":
                var outermost = Outermost(numbered);
                return span => span.Left > 0 && IsInside(span, outermost);
            case "<<":
                var starts = numbered.Select(span => span.Left).Order().ToList();
                return span => span.Left > 0 && FirstAbove(starts, span.Left) is var next && next < starts.Count && starts[next] < span.Right;
            default:
                var families = numbered.Where(span => span.ParentLeft > 0).ToLookup(span => span.ParentLeft);
                return span => span.ParentLeft > 0 && families[span.ParentLeft].Any(other => !ReferenceEquals(other, span));
        }
    }

    /// <summary>Spans that lie in no other of the list, by their left numbers; being in one of these is being in any.</summary>
    private static List<SpanNode> Outermost(List<SpanNode> spans)
    {
        var outermost = new List<SpanNode>();
        foreach (var span in spans.OrderBy(span => span.Left))
            if (outermost.Count == 0 || span.Left > outermost[^1].Right) outermost.Add(span);
        return outermost;
    }

    private static bool IsInside(SpanNode span, List<SpanNode> disjoint)
    {
        var (low, high) = (0, disjoint.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (disjoint[middle].Left < span.Left) low = middle + 1;
            else high = middle;
        }

        return low > 0 && span.IsDescendantOf(disjoint[low - 1]);
    }

    private static int FirstAbove(List<int> sorted, int value)
    {
        var index = sorted.BinarySearch(value + 1);
        return index < 0 ? ~index : index;
    }
}
