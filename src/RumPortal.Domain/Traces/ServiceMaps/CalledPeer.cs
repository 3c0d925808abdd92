namespace RumPortal.Domain.Traces.ServiceMaps;

/// <summary>Whom a client span calls when the called sends no spans.</summary>
internal readonly record struct CalledPeer(string Name, ServiceKind Kind)
{
    // OpenTelemetry's names, the current one of each first.
    private static readonly string[] DatabaseSystem = ["db.system.name", "db.system"];
    private static readonly string[] DatabaseName = ["db.namespace", "db.name"];
    private static readonly string[] Host = ["peer.service", "server.address", "net.peer.name", "http.host"];

    /// <summary>Null when the span does not tell.</summary>
    public static CalledPeer? Of(Span span)
    {
        var attributes = span.Attributes;
        if (attributes.Text(DatabaseSystem) is { Length: > 0 } system)
            return new CalledPeer(attributes.Text(DatabaseName) is { Length: > 0 } name ? $"{system} {name}" : system, ServiceKind.Database);
        if (span.Kind is not (SpanKind.Client or SpanKind.Producer)) return null;
        return attributes.Text(Host) is { Length: > 0 } host ? new CalledPeer(host, ServiceKind.Silent) : HostOfUrl(span);
    }

    private static CalledPeer? HostOfUrl(Span span) =>
        Uri.TryCreate(span.Attributes.Text("url.full", "http.url"), UriKind.Absolute, out var url) && url.Host.Length > 0
            ? new CalledPeer(url.Host, ServiceKind.Silent)
            : null;
}
