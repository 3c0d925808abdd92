using System.Globalization;
using System.Text.Json;

namespace RumPortal.Sandbox.Visitors.Payloads;

/// <summary>
/// The <c>traces</c> of a batch: one resource, one scope per instrumentation, client spans with the attributes that the visitor's SDK gives them.
/// </summary>
internal static class OtlpSpans
{
    public static void Write(Utf8JsonWriter json, PayloadMeta meta, IReadOnlyList<SpanItem> spans, TimeSpan skew)
    {
        if (spans.Count == 0) return;
        json.WriteStartObject("traces");
        json.WriteStartArray("resourceSpans");
        json.WriteStartObject();
        WriteResource(json, meta);
        json.WriteStartArray("scopeSpans");
        foreach (var scope in spans.GroupBy(span => span.Scope))
        {
            json.WriteStartObject();
            json.WriteStartObject("scope");
            json.WriteString("name", "@opentelemetry/instrumentation-" + scope.Key);
            json.WriteString("version", "0.222.0");
            json.WriteEndObject();
            json.WriteStartArray("spans");
            foreach (var span in scope) WriteSpan(json, meta, span, skew);
            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteResource(Utf8JsonWriter json, PayloadMeta meta)
    {
        json.WriteStartObject("resource");
        json.WriteStartArray("attributes");
        OtlpAttribute.Write(json, "service.name", meta.App.Name);
        OtlpAttribute.Write(json, "service.namespace", meta.App.Namespace);
        OtlpAttribute.Write(json, "service.version", meta.Visitor.Version);
        OtlpAttribute.Write(json, "deployment.environment.name", meta.Visitor.Environment);
        OtlpAttribute.Write(json, "deployment.environment", meta.Visitor.Environment);
        OtlpAttribute.Write(json, "browser.language", meta.Visitor.Device.Language);
        OtlpAttribute.Write(json, "browser.platform", meta.Browser.Os);
        OtlpAttribute.Write(json, "user_agent.original", meta.Browser.UserAgent);
        OtlpAttribute.Write(json, "telemetry.distro.name", "faro-web-sdk");
        OtlpAttribute.Write(json, "telemetry.distro.version", meta.Visitor.Sdk.Version);
        OtlpAttribute.Write(json, "telemetry.sdk.language", "webjs");
        OtlpAttribute.Write(json, "telemetry.sdk.name", "opentelemetry");
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteSpan(Utf8JsonWriter json, PayloadMeta meta, SpanItem span, TimeSpan skew)
    {
        json.WriteStartObject();
        json.WriteString("traceId", span.Trace.TraceId);
        json.WriteString("spanId", span.Trace.SpanId);
        json.WriteString("name", meta.Visitor.Sdk.HasOldConventions ? $"HTTP {span.Method}" : span.Method);
        json.WriteNumber("kind", 3);
        json.WriteString("startTimeUnixNano", Nanoseconds(span.Start + skew));
        json.WriteString("endTimeUnixNano", Nanoseconds(span.Time + skew));
        json.WriteStartArray("attributes");
        foreach (var (key, value) in RequestAttributes.Of(span, meta.Visitor, meta.SessionId)) OtlpAttribute.Write(json, key, value);
        if (meta.User is { } user)
        {
            OtlpAttribute.Write(json, "user.id", user.Id);
            OtlpAttribute.Write(json, "user.name", user.Name);
        }

        if (span.Action is { } action)
        {
            OtlpAttribute.Write(json, "faro.action.user.name", action.Name);
            OtlpAttribute.Write(json, "faro.action.user.parentId", action.Id);
        }

        json.WriteEndArray();
        json.WriteStartObject("status");
        if (span.Failed) json.WriteNumber("code", 2);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static string Nanoseconds(DateTimeOffset time) =>
        ((time - DateTimeOffset.UnixEpoch).Ticks * 100).ToString(CultureInfo.InvariantCulture);
}
