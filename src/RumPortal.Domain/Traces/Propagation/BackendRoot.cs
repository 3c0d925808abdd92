namespace RumPortal.Domain.Traces.Propagation;

/// <summary>
/// A SERVER span without a parent: a server took a request and knew of no caller. Beside an unlinked request of a browser at the same time and
/// path it is the other half of a broken trace.
/// </summary>
public sealed record BackendRoot
{
    public required TraceId TraceId { get; init; }

    public required SpanId SpanId { get; init; }

    /// <summary>The server, usually a gateway or an ingress.</summary>
    public required string Service { get; init; }

    /// <summary>Upper case; null when the span does not say.</summary>
    public string? Method { get; init; }

    public required string Path { get; init; }

    /// <summary>The host that was asked for; null when the span does not say.</summary>
    public string? Host { get; init; }

    public required long Start { get; init; }

    public required long End { get; init; }

    public int? Status { get; init; }

    public bool IsPreflight => Method == "OPTIONS";

    /// <summary>Twice the middle of the span, so that it stays a whole number.</summary>
    internal long Centre => Start + End;

    /// <summary>The root of a span that a search found; null for spans that name no path.</summary>
    public static BackendRoot? Of(TraceId trace, FoundSpan span)
    {
        var attributes = span.Attributes;
        var (method, path) = (attributes.Text("http.request.method", "http.method"), PathOf(attributes));
        if (path is null && span.Name?.Split(' ') is [{ Length: > 0 } verb, ['/', ..] target]) (method, path) = (method ?? verb, RequestAddress.PathOf(target));
        if (path is null) return null;
        return new BackendRoot
        {
            TraceId = trace,
            SpanId = span.Id,
            Service = attributes.Text("service.name") ?? "",
            Method = method?.ToUpperInvariant(),
            Path = path,
            Host = attributes.Text("server.address", "net.host.name", "http.host")?.Split(':')[0].ToLowerInvariant(),
            Start = span.Start,
            End = span.End,
            Status = attributes.Number("http.response.status_code", "http.status_code") is { } status and >= 100 and <= 999 ? (int)status : null,
        };
    }

    private static string? PathOf(SpanAttributes attributes) =>
        RequestAddress.PathOf(attributes.Text("url.path")) ?? RequestAddress.PathOf(attributes.Text("http.target")) ?? RequestAddress.PathOf(attributes.Text("url.full", "http.url"));
}
