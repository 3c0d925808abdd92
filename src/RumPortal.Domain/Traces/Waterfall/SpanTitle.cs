namespace RumPortal.Domain.Traces.Waterfall;

/// <summary>A node in words.</summary>
/// <param name="Name">The span's name; a bare method gets the path that the span knows: <c>POST /cart/items</c>.</param>
/// <param name="Role">The part that it plays: <c>fetch</c>, <c>server</c>, <c>db</c>.</param>
public readonly record struct SpanTitle(string Name, string Role)
{
    private const int LongestName = 200;

    private static readonly string[] DatabaseSystem = ["db.system.name", "db.system"];

    public static SpanTitle Of(TraceNode node) => node switch
    {
        { Span: { } span } => new SpanTitle(Shorten(NameOf(span)), RoleOf(span)),
        { Document: { } document } => new SpanTitle(Shorten($"Document {document.Page}".TrimEnd()), "page load"),
        _ => new SpanTitle("Parent not received", ""),
    };

    private static string NameOf(Span span)
    {
        if (span.Name.Length == 0) return "(no name)";
        var call = HttpCall.Of(span);
        if (call is not { Method: { } method, Path: { } path }) return span.Name;
        var isBare = span.Name == method || span.Name == "HTTP " + method || span.Name == "HTTP";
        return isBare ? $"{method} {path}" : span.Name;
    }

    private static string RoleOf(Span span)
    {
        if (span.Attributes.Text(DatabaseSystem) is not null) return "db";
        if (span.Resource.IsBrowser && InstrumentationOf(span.Scope.Name) is { } browser) return browser;
        return span.Kind switch
        {
            SpanKind.Server => "server",
            SpanKind.Client => "client",
            SpanKind.Producer => "producer",
            SpanKind.Consumer => "consumer",
            SpanKind.Internal => "internal",
            _ => "",
        };
    }

    // @opentelemetry/instrumentation-fetch
    private static string? InstrumentationOf(string scope) => scope.Split('-')[^1] switch
    {
        "fetch" => "fetch",
        "request" => "xhr",
        "interaction" => "user action",
        "load" => "page load",
        "task" => "long task",
        _ => null,
    };

    private static string Shorten(string text) => text.Length <= LongestName ? text : text[..LongestName] + "…";
}
