using System.Text.Json;
using RumPortal.Sandbox.Otlp.Spans;

namespace RumPortal.Sandbox.Otlp.Json;

/// <summary>
/// Reads the JSON of <c>POST /v1/traces</c>. Names are camel case or snake case, unknown ones skipped, <c>null</c> is "not there"; 64-bit
/// numbers are texts or numbers; enums are numbers or names; ids are hex, or base64 as protobuf's own JSON has them.
/// </summary>
/// <remarks><c>{"resourceSpans":[{"resource":{"attributes":[{"key":"service.name","value":{"stringValue":"shop"}}]},"scopeSpans":[{"spans":[{"traceId":"...","spanId":"...","name":"GET"}]}]}]}</c></remarks>
public sealed class OtlpJsonReader
{
    private const int MaxDepth = 100;

    private readonly List<Span> _spans = [];
    private readonly JsonAttributes _attributes = new(new TextPool());

    private OtlpJsonReader()
    {
    }

    /// <exception cref="OtlpFormatException">The bytes are no JSON, or a value is of the wrong type.</exception>
    public static List<Span> Read(ReadOnlyMemory<byte> json)
    {
        try
        {
            using var document = JsonDocument.Parse(json, new JsonDocumentOptions { MaxDepth = MaxDepth });
            var reader = new OtlpJsonReader();
            foreach (var resourceSpans in JsonFields.Items(document.RootElement, "resourceSpans")) reader.ReadResourceSpans(resourceSpans);
            return reader._spans;
        }
        catch (JsonException e)
        {
            throw new OtlpFormatException($"cannot read JSON: {e.Message}", e);
        }
        catch (InvalidOperationException e)
        {
            // A text with an escaped half of a surrogate pair.
            throw new OtlpFormatException($"cannot read JSON: {e.Message}", e);
        }
    }

    private void ReadResourceSpans(JsonElement element)
    {
        var described = JsonFields.Object(element, "resource");
        var resource = new SpanResource(_attributes.Read(described), JsonFields.Text(element, "schemaUrl"));
        foreach (var scopeSpans in JsonFields.Items(element, "scopeSpans"))
        {
            var scope = ReadScope(scopeSpans);
            foreach (var span in JsonFields.Items(scopeSpans, "spans")) _spans.Add(ReadSpan(span, resource, scope));
        }
    }

    private InstrumentationScope ReadScope(JsonElement scopeSpans)
    {
        var scope = JsonFields.Object(scopeSpans, "scope");
        return new(JsonFields.Text(scope, "name"), JsonFields.Text(scope, "version"), _attributes.Read(scope), JsonFields.Text(scopeSpans, "schemaUrl"));
    }

    private Span ReadSpan(JsonElement span, SpanResource resource, InstrumentationScope scope)
    {
        var status = JsonFields.Object(span, "status");
        return new()
        {
            Resource = resource,
            Scope = scope,
            TraceId = JsonIds.TraceId(span, "traceId"),
            SpanId = JsonIds.SpanId(span, "spanId"),
            ParentSpanId = JsonIds.SpanId(span, "parentSpanId"),
            TraceState = JsonFields.Text(span, "traceState"),
            Flags = (uint)JsonFields.Unsigned(span, "flags", uint.MaxValue),
            Name = JsonFields.Text(span, "name"),
            Kind = JsonFields.Enumeration<SpanKind>(span, "kind", "SPAN_KIND_"),
            Start = JsonFields.Unsigned(span, "startTimeUnixNano"),
            End = JsonFields.Unsigned(span, "endTimeUnixNano"),
            Attributes = _attributes.Read(span),
            Events = [.. JsonFields.Items(span, "events").Select(ReadEvent)],
            DroppedEvents = (uint)JsonFields.Unsigned(span, "droppedEventsCount", uint.MaxValue),
            Links = [.. JsonFields.Items(span, "links").Select(ReadLink)],
            DroppedLinks = (uint)JsonFields.Unsigned(span, "droppedLinksCount", uint.MaxValue),
            Status = JsonFields.Enumeration<SpanStatus>(status, "code", "STATUS_CODE_"),
            StatusMessage = JsonFields.Text(status, "message"),
        };
    }

    private SpanEvent ReadEvent(JsonElement e) => new(JsonFields.Unsigned(e, "timeUnixNano"), JsonFields.Text(e, "name"), _attributes.Read(e));

    private SpanLink ReadLink(JsonElement link) => new(
        JsonIds.TraceId(link, "traceId"),
        JsonIds.SpanId(link, "spanId"),
        JsonFields.Text(link, "traceState"),
        _attributes.Read(link),
        (uint)JsonFields.Unsigned(link, "flags", uint.MaxValue));
}
