namespace RumPortal.Domain.Traces.Waterfall;

/// <summary>What a span says of an HTTP request, in the current conventions of OpenTelemetry or the former ones.</summary>
/// <param name="Method">Null when the span is of no request.</param>
/// <param name="Path">Without query and fragment; null when unknown.</param>
/// <param name="Status">Null when there was no response or the span does not tell.</param>
public readonly record struct HttpCall(string? Method, string? Path, int? Status)
{
    private static readonly string[] Methods = ["http.request.method", "http.method"];
    private static readonly string[] Statuses = ["http.response.status_code", "http.status_code"];
    private static readonly string[] Urls = ["url.full", "http.url"];
    private static readonly string[] Paths = ["url.path", "http.target", "http.route"];

    public static HttpCall Of(Span span)
    {
        var attributes = span.Attributes;
        var status = attributes.Number(Statuses);
        return new HttpCall(attributes.Text(Methods), PathOf(attributes), status is >= 100 and <= 999 ? (int)status : null);
    }

    private static string? PathOf(SpanAttributes attributes)
    {
        if (attributes.Text(Urls) is { } address && Uri.TryCreate(address, UriKind.Absolute, out var url) && url.AbsolutePath.Length > 0) return url.AbsolutePath;
        if (attributes.Text(Paths) is not { Length: > 0 } path) return null;
        var end = path.AsSpan().IndexOfAny('?', '#');
        return end < 0 ? path : path[..end];
    }
}
