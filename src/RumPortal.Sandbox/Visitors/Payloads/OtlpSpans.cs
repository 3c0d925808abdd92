using System.Globalization;
using System.Text.Json;

namespace RumPortal.Sandbox.Visitors.Payloads;

/// <summary>
/// The <c>traces</c> of a batch: one resource, one scope per instrumentation, client spans with the attributes of SDK 2.10 and later.
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
        Text(json, "service.name", meta.App.Name);
        Text(json, "service.namespace", meta.App.Namespace);
        Text(json, "service.version", meta.Visitor.Version);
        Text(json, "deployment.environment.name", meta.Visitor.Environment);
        Text(json, "deployment.environment", meta.Visitor.Environment);
        Text(json, "browser.language", meta.Visitor.Device.Language);
        Text(json, "browser.platform", meta.Browser.Os);
        Text(json, "user_agent.original", meta.Browser.UserAgent);
        Text(json, "telemetry.distro.name", "faro-web-sdk");
        Text(json, "telemetry.distro.version", "2.12.1");
        Text(json, "telemetry.sdk.language", "webjs");
        Text(json, "telemetry.sdk.name", "opentelemetry");
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteSpan(Utf8JsonWriter json, PayloadMeta meta, SpanItem span, TimeSpan skew)
    {
        json.WriteStartObject();
        json.WriteString("traceId", span.Trace.TraceId);
        json.WriteString("spanId", span.Trace.SpanId);
        json.WriteString("name", span.Method);
        json.WriteNumber("kind", 3);
        json.WriteString("startTimeUnixNano", Nanoseconds(span.Start + skew));
        json.WriteString("endTimeUnixNano", Nanoseconds(span.Time + skew));
        json.WriteStartArray("attributes");
        Text(json, "http.request.method", span.Method);
        Text(json, "url.full", span.Url.AbsoluteUri);
        Text(json, "session.id", meta.SessionId);
        if (meta.User is { } user)
        {
            Text(json, "user.id", user.Id);
            Text(json, "user.name", user.Name);
        }

        Number(json, "http.response.status_code", span.Status);
        Text(json, "server.address", span.Url.Host);
        if (span.Status is 0 or >= 400) Text(json, "error.type", span.Status.ToString(CultureInfo.InvariantCulture));
        json.WriteEndArray();
        json.WriteStartObject("status");
        if (span.Status is 0 or >= 400) json.WriteNumber("code", 2);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static string Nanoseconds(DateTimeOffset time) =>
        ((time - DateTimeOffset.UnixEpoch).Ticks * 100).ToString(CultureInfo.InvariantCulture);

    private static void Text(Utf8JsonWriter json, string key, string value)
    {
        json.WriteStartObject();
        json.WriteString("key", key);
        json.WriteStartObject("value");
        json.WriteString("stringValue", value);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void Number(Utf8JsonWriter json, string key, int value)
    {
        json.WriteStartObject();
        json.WriteString("key", key);
        json.WriteStartObject("value");
        json.WriteNumber("intValue", value);
        json.WriteEndObject();
        json.WriteEndObject();
    }
}
