using System.Buffers;
using System.Globalization;
using System.Text.Json;
using RumPortal.Sandbox.Visitors.Payloads;

namespace RumPortal.Sandbox.Visitors.Backends;

/// <summary>Writes the OTLP/JSON of an export: a resource for each service.</summary>
internal static class BackendSpanBody
{
    private static readonly JsonWriterOptions Options = new() { SkipValidation = true };

    public static byte[] Write(IReadOnlyCollection<BackendSpan> spans)
    {
        var buffer = new ArrayBufferWriter<byte>(4096);
        using var json = new Utf8JsonWriter(buffer, Options);
        json.WriteStartObject();
        json.WriteStartArray("resourceSpans");
        foreach (var service in spans.GroupBy(span => span.Service)) WriteService(json, service.Key, service);
        json.WriteEndArray();
        json.WriteEndObject();
        json.Flush();
        return buffer.WrittenSpan.ToArray();
    }

    private static void WriteService(Utf8JsonWriter json, BackendService service, IEnumerable<BackendSpan> spans)
    {
        json.WriteStartObject();
        json.WriteStartObject("resource");
        WriteAttributes(json, [
            ("service.name", service.Name), ("service.namespace", service.Namespace), ("service.version", BackendService.Version),
            ("deployment.environment.name", service.Environment)]);
        json.WriteEndObject();
        json.WriteStartArray("scopeSpans");
        json.WriteStartObject();
        json.WriteStartObject("scope");
        json.WriteString("name", $"{service.Name}.tracing");
        json.WriteEndObject();
        json.WriteStartArray("spans");
        foreach (var span in spans) WriteSpan(json, span);
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteSpan(Utf8JsonWriter json, BackendSpan span)
    {
        json.WriteStartObject();
        WriteIds(json, span.Ids);
        if (span.ParentId is { } parent) json.WriteString("parentSpanId", parent);
        json.WriteString("name", span.Name);
        json.WriteNumber("kind", (int)span.Kind);
        json.WriteString("startTimeUnixNano", Nanoseconds(span.Start));
        json.WriteString("endTimeUnixNano", Nanoseconds(span.End));
        WriteAttributes(json, span.Attributes);
        if (span.Exception is { } exception) WriteException(json, exception, span.End);
        if (span.Link is { } link) WriteLink(json, link);
        json.WriteStartObject("status");
        if (span.IsError) json.WriteNumber("code", 2);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteException(Utf8JsonWriter json, BackendException exception, DateTimeOffset time)
    {
        json.WriteStartArray("events");
        json.WriteStartObject();
        json.WriteString("name", "exception");
        json.WriteString("timeUnixNano", Nanoseconds(time));
        WriteAttributes(json, [
            ("exception.type", exception.Type), ("exception.message", exception.Message), ("exception.stacktrace", exception.StackTrace)]);
        json.WriteEndObject();
        json.WriteEndArray();
    }

    private static void WriteLink(Utf8JsonWriter json, TraceLink link)
    {
        json.WriteStartArray("links");
        json.WriteStartObject();
        WriteIds(json, link);
        json.WriteEndObject();
        json.WriteEndArray();
    }

    private static void WriteIds(Utf8JsonWriter json, TraceLink ids)
    {
        json.WriteString("traceId", ids.TraceId);
        json.WriteString("spanId", ids.SpanId);
    }

    private static void WriteAttributes(Utf8JsonWriter json, IEnumerable<(string Key, object Value)> attributes)
    {
        json.WriteStartArray("attributes");
        foreach (var (key, value) in attributes) OtlpAttribute.Write(json, key, value);
        json.WriteEndArray();
    }

    private static string Nanoseconds(DateTimeOffset time) => ((time - DateTimeOffset.UnixEpoch).Ticks * 100).ToString(CultureInfo.InvariantCulture);
}
