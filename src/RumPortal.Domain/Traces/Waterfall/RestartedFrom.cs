namespace RumPortal.Domain.Traces.Waterfall;

/// <summary>
/// Which trace a root server span was called in before it began its own. Two kinds of evidence: a link, as OpenTelemetry's "public end
/// points" keep it, or the caller's <c>traceparent</c> captured as an attribute.
/// </summary>
/// <remarks><c>http.request.header.traceparent = ["00-666cbeb5609b8b578c5cca6e9e87f785-b7ad6b7169203331-01"]</c></remarks>
internal static class RestartedFrom
{
    private const string CapturedHeader = "http.request.header.traceparent";

    /// <summary>Null when nothing says so.</summary>
    public static TraceId? Of(Span root, TraceId own)
    {
        if (root.Kind != SpanKind.Server) return null;
        foreach (var link in root.Links)
            if (link.TraceId != own) return link.TraceId;
        return root.Attributes.Text(CapturedHeader) is { } header && IdIn(header) is { } named && named != own ? named : null;
    }

    private static TraceId? IdIn(string header) =>
        header.Split('-') is [_, { Length: TraceId.Digits } id, _, ..] && TraceId.TryParse(id, out var named, out _) ? named : null;
}
