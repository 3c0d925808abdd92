namespace RumPortal.Domain.Traces;

/// <summary>What sent a span: a service's process, or a browser page with the Faro SDK.</summary>
public sealed class SpanResource(SpanAttributes attributes)
{
    public SpanAttributes Attributes { get; } = attributes;

    /// <summary>Empty when the sender gave none.</summary>
    public string Service { get; } = attributes.Text("service.name") ?? "";

    /// <summary>Null when the sender gave none.</summary>
    public string? Version { get; } = attributes.Text("service.version");

    /// <summary>Null when the sender gave none. The second name is the older convention; Faro SDKs send both.</summary>
    public string? Environment { get; } = attributes.Text("deployment.environment.name", "deployment.environment");

    /// <summary>Whether spans of this resource come from a browser: the Faro SDK and OpenTelemetry for web pages say so.</summary>
    public bool IsBrowser { get; } =
        attributes.Text("telemetry.sdk.language") == "webjs"
        || attributes.Text("telemetry.distro.name") == "faro-web-sdk"
        || attributes.Text("process.runtime.name") == "browser";
}
