using System.Collections.Immutable;
using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.Json;
using RumPortal.Domain.Traces;

namespace RumPortal.Testing.Conformance;

/// <summary>The spans of the conformance data: those that browsers sent with their payloads, and those of the backends.</summary>
public static class KitSpans
{
    private static readonly Lazy<ImmutableArray<Trace>> AllTraces = new(ReadTraces);

    public static ImmutableArray<Trace> Traces => AllTraces.Value;

    /// <summary>What a search answers for a span: its own attributes, those of its resource, and its status.</summary>
    public static FoundSpan Found(Span span)
    {
        var status = new SpanAttribute("status", new AttributeValue.Text(span.Status.ToString().ToLowerInvariant()));
        return new FoundSpan(span.Id, span.Name, span.Start, span.End - span.Start, new SpanAttributes([.. span.Attributes, .. span.Resource.Attributes, status]));
    }

    private static ImmutableArray<Trace> ReadTraces()
    {
        var browsers = KitData.Payloads().Select(payload => payload.TryGetProperty("traces", out var traces) ? traces : default).Where(traces => traces.ValueKind == JsonValueKind.Object);
        return [.. browsers.Concat(Backends()).SelectMany(Spans).GroupBy(span => span.TraceId, span => span.Span).Select(trace => new Trace(trace.Key, [.. trace]))];
    }

    private static IEnumerable<JsonElement> Backends()
    {
        using var file = new GZipStream(File.OpenRead(Path.Combine(Repository.Conformance, "backend-spans.jsonl.gz")), CompressionMode.Decompress);
        using var reader = new StreamReader(file, Encoding.UTF8);
        while (reader.ReadLine() is { } line) yield return JsonDocument.Parse(line).RootElement;
    }

    private static IEnumerable<(TraceId TraceId, Span Span)> Spans(JsonElement request) =>
        from resource in request.GetProperty("resourceSpans").EnumerateArray()
        let sender = new SpanResource(Attributes(resource.GetProperty("resource")))
        from scope in resource.GetProperty("scopeSpans").EnumerateArray()
        from span in scope.GetProperty("spans").EnumerateArray()
        select (Id(span), SpanOf(span, sender));

    private static Span SpanOf(JsonElement span, SpanResource resource) => new()
    {
        Id = SpanId.TryParse(span.GetProperty("spanId").GetString(), out var id) ? id : throw new FormatException("A span of the data has no id."),
        ParentId = span.TryGetProperty("parentSpanId", out var text) && SpanId.TryParse(text.GetString(), out var parent) ? parent : null,
        Name = span.GetProperty("name").GetString() ?? "",
        Kind = (SpanKind)span.GetProperty("kind").GetInt32(),
        Start = Number(span.GetProperty("startTimeUnixNano")),
        End = Number(span.GetProperty("endTimeUnixNano")),
        Status = span.GetProperty("status").TryGetProperty("code", out var code) ? (SpanStatus)code.GetInt32() : SpanStatus.Unset,
        Resource = resource,
        Attributes = Attributes(span),
    };

    private static TraceId Id(JsonElement span) =>
        TraceId.TryParse(span.GetProperty("traceId").GetString(), out var id, out var fault) ? id : throw new FormatException(fault);

    private static SpanAttributes Attributes(JsonElement holder) => new([.. holder.GetProperty("attributes").EnumerateArray().Select(attribute =>
        new SpanAttribute(attribute.GetProperty("key").GetString() ?? "", Value(attribute.GetProperty("value"))))]);

    private static AttributeValue Value(JsonElement value) =>
        value.TryGetProperty("stringValue", out var text) ? new AttributeValue.Text(text.GetString() ?? "")
        : value.TryGetProperty("intValue", out var whole) ? new AttributeValue.Whole(Number(whole))
        : throw new FormatException($"The data has no value such as {value}.");

    private static long Number(JsonElement number) => long.Parse(number.GetString() ?? "", CultureInfo.InvariantCulture);
}
