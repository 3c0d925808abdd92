namespace RumPortal.Domain.Traces.Waterfall;

/// <summary>Puts the load of a document above what the server did for it.</summary>
internal static class DocumentRoot
{
    public static void Add(List<TraceVertex> vertices, LoadedDocument document)
    {
        var load = TraceVertex.Of(document);
        if (AnswerTo(document, vertices) is { } answer) answer.Parent = load;
        vertices.Add(load);
    }

    // The header may name a span deep in the server; its root is what the browser called.
    private static TraceVertex? AnswerTo(LoadedDocument document, List<TraceVertex> vertices)
    {
        var named = document.SpanId is { } id ? vertices.Find(vertex => vertex.Id == id) : null;
        if (named is null)
        {
            var roots = vertices.Where(vertex => vertex is { Parent: null, Span.Kind: SpanKind.Server }).Take(2).ToList();
            return roots is [var only] ? only : null;
        }
        while (named.Parent is { } parent) named = parent;
        return named.Span?.Resource.IsBrowser == true ? null : named;
    }
}
