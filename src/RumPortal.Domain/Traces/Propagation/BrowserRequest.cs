using RumPortal.Domain.Vitals.Routes;

namespace RumPortal.Domain.Traces.Propagation;

/// <summary>One request of a browser: its CLIENT span, in either of the two HTTP conventions that Faro SDKs write.</summary>
public sealed record BrowserRequest
{
    public required TraceId TraceId { get; init; }

    public required SpanId SpanId { get; init; }

    /// <summary>The app: the <c>service.name</c> that the browser gave.</summary>
    public required string App { get; init; }

    public string? Version { get; init; }

    public string? Environment { get; init; }

    public string? Session { get; init; }

    /// <summary>Upper case; null when the span does not say.</summary>
    public string? Method { get; init; }

    public required RequestAddress Address { get; init; }

    /// <summary>The whole address, as the SDK compares it with the app's header list.</summary>
    public required string Url { get; init; }

    public required string Route { get; init; }

    /// <summary>Nanoseconds since 1970 by the browser's clock.</summary>
    public required long Start { get; init; }

    public required long End { get; init; }

    /// <summary>The response status; null when there was none or the span does not say.</summary>
    public int? Status { get; init; }

    /// <summary>The browser saw no response: the network failed, the request was aborted, or a preflight was refused.</summary>
    public bool HasNoResponse { get; init; }

    public RequestKey Key => new(TraceId, SpanId);

    /// <summary>The request of a span that a search found; null for spans that call no http address.</summary>
    public static BrowserRequest? Of(TraceId trace, FoundSpan span, RouteTemplates routes)
    {
        var attributes = span.Attributes;
        if (attributes.Text("url.full", "http.url") is not { } url || !RequestAddress.TryParse(url, out var address)) return null;
        if (attributes.Text("service.name") is not { Length: > 0 } app) return null;
        var status = attributes.Number("http.response.status_code", "http.status_code") is { } number and >= 100 and <= 999 ? (int?)number : null;
        return new BrowserRequest
        {
            TraceId = trace,
            SpanId = span.Id,
            App = app,
            Version = attributes.Text("service.version"),
            Environment = attributes.Text("deployment.environment.name", "deployment.environment"),
            Session = attributes.Text("session.id", "session_id"),
            Method = attributes.Text("http.request.method", "http.method")?.ToUpperInvariant(),
            Address = address,
            Url = url,
            Route = routes.RouteOf(address.Path),
            Start = span.Start,
            End = span.End,
            Status = status,
            HasNoResponse = status is null && attributes.Text("status") == "error",
        };
    }
}
