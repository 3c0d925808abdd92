namespace RumPortal.Domain.Traces.Waterfall;

/// <summary>
/// Puts a missing parent below the call that it most likely answered: a client span of a complete part of the trace that nobody answered,
/// alone in having the same path, or alone in enclosing it. Where that is not certain it stays a root. What is put so is marked.
/// </summary>
internal static class MissingParents
{
    // Beyond these a trace is broken in so many places that no guess would help, and pairing would take too long.
    private const int MostMissing = 32, MostCalls = 1_000;

    public static void Place(List<TraceVertex> vertices)
    {
        var missing = vertices.Where(vertex => vertex.IsMissing).ToList();
        if (missing.Count is 0 or > MostMissing) return;
        var children = vertices.Where(vertex => vertex.Parent?.IsMissing == true).ToLookup(vertex => vertex.Parent);
        var calls = UnansweredCalls(vertices);
        if (calls.Count == 0) return;
        foreach (var ghost in missing)
        {
            if (CallOf([.. children[ghost]], calls) is not { } call) continue;
            (ghost.Parent, ghost.Marks) = (call, ghost.Marks | NodeMarks.InferredPlace);
            calls.Remove(call);
        }
    }

    // Only parts with a real root: a call below another missing parent could lead in a ring.
    private static List<TraceVertex> UnansweredCalls(List<TraceVertex> vertices)
    {
        var answered = vertices.Where(vertex => vertex is { Span.Kind: SpanKind.Server, Parent: not null }).Select(vertex => vertex.Parent).ToHashSet();
        var calls = vertices.Where(vertex => vertex.Span?.Kind == SpanKind.Client && !answered.Contains(vertex)).ToList();
        var whole = new Dictionary<TraceVertex, bool>();
        return calls.Count > MostCalls ? [] : calls.Where(call => IsOfWholePart(call, whole)).ToList();
    }

    private static bool IsOfWholePart(TraceVertex vertex, Dictionary<TraceVertex, bool> known)
    {
        var way = new List<TraceVertex>();
        TraceVertex? at = vertex;
        bool isWhole;
        for (; ; at = at.Parent)
        {
            if (at is null || at.IsMissing)
            {
                isWhole = at is null;
                break;
            }
            if (known.TryGetValue(at, out isWhole)) break;
            way.Add(at);
        }
        foreach (var step in way) known[step] = isWhole;
        return isWhole;
    }

    private static TraceVertex? CallOf(TraceVertex[] children, List<TraceVertex> calls)
    {
        var (start, end) = (children.Min(child => child.Start), children.Max(child => child.End));
        var able = calls.Where(call => call.End - call.Start >= end - start).ToList();
        var paths = children.Select(PathOf).OfType<string>().ToList();
        var alike = able.Where(call => PathOf(call) is { } path && paths.Exists(answered => IsSame(path, answered))).ToList();
        var around = (alike.Count > 0 ? alike : able).Where(call => call.Start <= start && call.End >= end).ToList();
        if (alike is [var only]) return only;
        return around is [var encloses] ? encloses : null;
    }

    private static string? PathOf(TraceVertex vertex) => vertex.Span is { } span ? HttpCall.Of(span).Path : null;

    // Gateways cut a prefix off: /api/orders is answered as /orders.
    private static bool IsSame(string called, string answered) => answered.Length > 1 && called.EndsWith(answered, StringComparison.Ordinal);
}
