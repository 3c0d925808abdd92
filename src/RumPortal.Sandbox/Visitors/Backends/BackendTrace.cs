using System.Globalization;
using RumPortal.Sandbox.Visitors.Payloads;
using RumPortal.Sandbox.Visitors.Story;

namespace RumPortal.Sandbox.Visitors.Backends;

/// <summary>
/// The spans that a browser's request leaves behind it: ingress, service and what the service does, or what is left of them by the request's
/// <see cref="TraceFate"/>. A function of the request alone: its random numbers come from the ids of the browser's span.
/// </summary>
internal static class BackendTrace
{
    private static readonly (string Key, object Value)[] JaegerMarks =
        [("jaeger.version", "Go-2.30.0"), ("sampler.type", "const"), ("sampler.param", true), ("internal.span.format", "jaeger")];

    /// <param name="call">What was requested.</param>
    /// <param name="visitor">By whom.</param>
    /// <param name="request">The browser's span.</param>
    public static IEnumerable<BackendSpan> Of(ApiCall call, Visitor visitor, SpanItem request)
    {
        if (BackendHost.Find(request.Url.Host) is not { } host) return [];
        var random = SeededRandom.Of(request.Trace.TraceId);
        var fate = call.FateFor(visitor);
        var service = new BackendService(host.Ingress, host.Namespace, visitor.Environment);
        if (fate == TraceFate.PreflightRefused) return [Preflight(service, request, random)];
        // Status 0: the request did not get that far.
        if (request.Status == 0) return [];
        var ingress = Ingress(service, fate, request, random);
        var behind = host.Service is { } name && ReachesService(request.Status) ? Service(name, host.Database, call, ingress, request, random) : [];
        return fate == TraceFate.SampledOut ? behind : behind.Prepend(ingress);
    }

    /// <summary>The span of a document, whose ids the browser learns from <c>Server-Timing</c>; null when its host has no tracing.</summary>
    public static BackendSpan? OfDocument(Visitor visitor, PageTemplate page, Uri url, DateTimeOffset start, TimeSpan firstByte, SeededRandom random)
    {
        if (page.IsUntraced || BackendHost.Find(url.Host) is not { } host) return null;
        var service = new BackendService(host.Ingress, host.Namespace, visitor.Environment);
        var route = Route(page.Route);
        var ids = new TraceLink(random.Hex(32), random.Hex(16));
        return new BackendSpan(service, ids, $"GET {route}", BackendSpanKind.Server, start + (firstByte * 0.4), firstByte * 0.5)
        {
            Attributes = [.. Attributes("GET", url, 200), ("http.route", route)],
        };
    }

    private static BackendSpan Preflight(BackendService service, SpanItem request, SeededRandom random) =>
        Inside(service, new TraceLink(random.Hex(32), random.Hex(16)), "OPTIONS", request, random) with { Attributes = Attributes("OPTIONS", request.Url, 403) };

    private static BackendSpan Ingress(BackendService service, TraceFate fate, SpanItem request, SeededRandom random)
    {
        var isChild = fate is TraceFate.Linked or TraceFate.SampledOut;
        var trace = isChild ? request.Trace.TraceId : fate == TraceFate.JaegerOnly ? new string('0', 16) + random.Hex(16) : random.Hex(32);
        return Inside(service, new TraceLink(trace, random.Hex(16)), request.Method, request, random) with
        {
            ParentId = isChild ? request.Trace.SpanId : null,
            Link = fate == TraceFate.Restarted ? request.Trace : null,
            IsError = request.Status >= 500,
            Attributes = [.. Attributes(request.Method, request.Url, request.Status), .. fate == TraceFate.JaegerOnly ? JaegerMarks : []],
        };
    }

    private static IEnumerable<BackendSpan> Service(
        string name, string database, ApiCall call, BackendSpan ingress, SpanItem request, SeededRandom random)
    {
        var route = Route(new Uri(call.Url.Replace("{0}", ":id", StringComparison.Ordinal)).AbsolutePath);
        var span = ingress.Child(ingress.Service with { Name = name }, $"{request.Method} {route}", BackendSpanKind.Server, 0.04, 0.97, random) with
        {
            IsError = request.Status >= 500,
            Exception = request.Status == 500 ? BackendException.QueryTimeout : null,
            Attributes = [.. Attributes(request.Method, request.Url, request.Status), ("http.route", route)],
        };
        return call.Work(span, database, random).Prepend(span);
    }

    // What the network takes lies around it.
    private static BackendSpan Inside(BackendService service, TraceLink ids, string name, SpanItem request, SeededRandom random)
    {
        var total = request.Time - request.Start;
        var from = 0.08 + (random.Unit() * 0.1);
        return new BackendSpan(service, ids, name, BackendSpanKind.Server, request.Start + (total * from), total * (0.6 + (random.Unit() * 0.15)));
    }

    // The rest the ingress answers by itself.
    private static bool ReachesService(int status) => status is not (429 or 502 or 503 or 504);

    private static List<(string Key, object Value)> Attributes(string method, Uri url, int status)
    {
        List<(string Key, object Value)> attributes =
        [
            ("http.request.method", method), ("url.scheme", url.Scheme), ("url.path", url.AbsolutePath), ("server.address", url.Host),
            ("http.response.status_code", status),
        ];
        if (status >= 500) attributes.Add(("error.type", status.ToString(CultureInfo.InvariantCulture)));
        return attributes;
    }

    // As the routes of servers are written: /products/{sku}, a number is an id.
    private static string Route(string path) => string.Join('/', path.Split('/').Select(part =>
        part.StartsWith(':') ? $"{{{part[1..]}}}" : part.Length > 0 && part.All(char.IsAsciiDigit) ? "{id}" : part));
}
