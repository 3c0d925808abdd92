using System.Globalization;
using System.Text.Json;
using RumPortal.Sandbox.Otlp.Spans;

namespace RumPortal.Sandbox.Otlp.Json;

/// <summary>
/// Writes spans as protobuf's own JSON, which is what Tempo answers and not what OTLP prescribes: ids are base64, enums are names, empty
/// fields are missing.
/// </summary>
/// <remarks><c>{"traceId":"CvdlGRbNQ92ESOshHIAxnA==","spanId":"t61rcWkgMzE=","name":"GET","kind":"SPAN_KIND_CLIENT","status":{}}</c></remarks>
internal static class OtlpJsonWriter
{
    /// <summary>The array of <c>ResourceSpans</c>; the caller has written its name.</summary>
    public static void WriteGroups(Utf8JsonWriter json, IEnumerable<SpanGroup> groups)
    {
        json.WriteStartArray();
        foreach (var group in groups) WriteGroup(json, group);
        json.WriteEndArray();
    }

    public static void WriteValue(Utf8JsonWriter json, AttributeValue value)
    {
        json.WriteStartObject();
        switch (value)
        {
            case AttributeValue.Text text:
                json.WriteString("stringValue", text.Value);
                break;
            case AttributeValue.Boolean boolean:
                json.WriteBoolean("boolValue", boolean.Value);
                break;
            case AttributeValue.WholeNumber integer:
                json.WriteString("intValue", integer.Value.ToString(CultureInfo.InvariantCulture));
                break;
            case AttributeValue.Number number:
                json.WritePropertyName("doubleValue");
                WriteNumber(json, number.Value);
                break;
            case AttributeValue.Bytes bytes:
                json.WriteBase64String("bytesValue", bytes.Value.Span);
                break;
            case AttributeValue.List list:
                WriteList(json, list);
                break;
            case AttributeValue.Map map:
                json.WriteStartObject("kvlistValue");
                WriteItems(json, "values", map.Values);
                json.WriteEndObject();
                break;
        }

        json.WriteEndObject();
    }

    /// <summary>JSON knows no such numbers; protobuf's form has them as texts.</summary>
    public static void WriteNumber(Utf8JsonWriter json, double value)
    {
        if (double.IsFinite(value)) json.WriteNumberValue(value);
        else json.WriteStringValue(double.IsNaN(value) ? "NaN" : value > 0 ? "Infinity" : "-Infinity");
    }

    private static void WriteList(Utf8JsonWriter json, AttributeValue.List list)
    {
        json.WriteStartObject("arrayValue");
        if (list.Values.Length > 0)
        {
            json.WriteStartArray("values");
            foreach (var item in list.Values) WriteValue(json, item);
            json.WriteEndArray();
        }

        json.WriteEndObject();
    }

    private static void WriteGroup(Utf8JsonWriter json, SpanGroup group)
    {
        json.WriteStartObject();
        json.WriteStartObject("resource");
        WriteAttributes(json, group.Resource.Attributes);
        json.WriteEndObject();
        json.WriteStartArray("scopeSpans");
        foreach (var (scope, spans) in group.Scopes)
        {
            json.WriteStartObject();
            WriteScope(json, scope);
            json.WriteStartArray("spans");
            foreach (var span in spans) WriteSpan(json, span);
            json.WriteEndArray();
            WriteText(json, "schemaUrl", scope.SchemaUrl);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        WriteText(json, "schemaUrl", group.Resource.SchemaUrl);
        json.WriteEndObject();
    }

    private static void WriteScope(Utf8JsonWriter json, InstrumentationScope scope)
    {
        json.WriteStartObject("scope");
        WriteText(json, "name", scope.Name);
        WriteText(json, "version", scope.Version);
        WriteAttributes(json, scope.Attributes);
        json.WriteEndObject();
    }

    private static void WriteSpan(Utf8JsonWriter json, Span span)
    {
        json.WriteStartObject();
        json.WriteBase64String("traceId", IdText.Bytes(span.TraceId));
        json.WriteBase64String("spanId", IdText.Bytes(span.SpanId));
        WriteText(json, "traceState", span.TraceState);
        if (span.ParentSpanId != 0) json.WriteBase64String("parentSpanId", IdText.Bytes(span.ParentSpanId));
        WriteCount(json, "flags", span.Flags);
        WriteText(json, "name", span.Name);
        WriteEnumeration(json, "kind", "SPAN_KIND_", span.Kind);
        WriteUnsigned(json, "startTimeUnixNano", span.Start);
        WriteUnsigned(json, "endTimeUnixNano", span.End);
        WriteAttributes(json, span.Attributes);
        WriteEvents(json, span);
        WriteLinks(json, span);
        json.WriteStartObject("status");
        WriteText(json, "message", span.StatusMessage);
        WriteEnumeration(json, "code", "STATUS_CODE_", span.Status);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteEvents(Utf8JsonWriter json, Span span)
    {
        if (span.Events.Length > 0)
        {
            json.WriteStartArray("events");
            foreach (var e in span.Events)
            {
                json.WriteStartObject();
                WriteUnsigned(json, "timeUnixNano", e.Time);
                WriteText(json, "name", e.Name);
                WriteAttributes(json, e.Attributes);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        }

        WriteCount(json, "droppedEventsCount", span.DroppedEvents);
    }

    private static void WriteLinks(Utf8JsonWriter json, Span span)
    {
        if (span.Links.Length > 0)
        {
            json.WriteStartArray("links");
            foreach (var link in span.Links)
            {
                json.WriteStartObject();
                json.WriteBase64String("traceId", IdText.Bytes(link.TraceId));
                json.WriteBase64String("spanId", IdText.Bytes(link.SpanId));
                WriteText(json, "traceState", link.TraceState);
                WriteAttributes(json, link.Attributes);
                WriteCount(json, "flags", link.Flags);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        }

        WriteCount(json, "droppedLinksCount", span.DroppedLinks);
    }

    private static void WriteAttributes(Utf8JsonWriter json, AttributeSet attributes)
    {
        WriteItems(json, "attributes", attributes.Items);
        WriteCount(json, "droppedAttributesCount", attributes.Dropped);
    }

    private static void WriteItems(Utf8JsonWriter json, string name, IReadOnlyCollection<SpanAttribute> items)
    {
        if (items.Count == 0) return;
        json.WriteStartArray(name);
        foreach (var (key, value) in items)
        {
            json.WriteStartObject();
            WriteText(json, "key", key);
            json.WritePropertyName("value");
            WriteValue(json, value);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteText(Utf8JsonWriter json, string name, string value)
    {
        if (value.Length > 0) json.WriteString(name, value);
    }

    private static void WriteUnsigned(Utf8JsonWriter json, string name, ulong value)
    {
        if (value != 0) json.WriteString(name, value.ToString(CultureInfo.InvariantCulture));
    }

    private static void WriteCount(Utf8JsonWriter json, string name, uint value)
    {
        if (value != 0) json.WriteNumber(name, value);
    }

    private static void WriteEnumeration<T>(Utf8JsonWriter json, string name, string prefix, T value)
        where T : struct, Enum
    {
        var number = Convert.ToInt32(value, CultureInfo.InvariantCulture);
        if (number == 0) return;
        if (Enum.IsDefined(value)) json.WriteString(name, prefix + value.ToString().ToUpperInvariant());
        else json.WriteNumber(name, number);
    }
}
