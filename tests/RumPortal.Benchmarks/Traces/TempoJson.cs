using System.Buffers.Binary;
using System.Globalization;
using System.Text.Json;
using RumPortal.Domain.Traces;

namespace RumPortal.Benchmarks.Traces;

/// <summary>Writes a trace as Tempo does in JSON: ids in base64, 64-bit numbers as texts, enumerations as names.</summary>
internal static class TempoJson
{
    public static byte[] Response(Trace trace)
    {
        var resources = trace.Spans.GroupBy(span => span.Resource).Select(ofResource => new
        {
            resource = new { attributes = ofResource.Key.Attributes.Select(Attribute) },
            scopeSpans = ofResource.GroupBy(span => span.Scope).Select(ofScope => new
            {
                scope = new { name = ofScope.Key.Name, version = ofScope.Key.Version },
                spans = ofScope.Select(span => Span(trace.Id, span)),
            }),
        });
        return JsonSerializer.SerializeToUtf8Bytes(new { trace = new { resourceSpans = resources } });
    }

    private static Dictionary<string, object> Span(TraceId trace, Span span)
    {
        var members = new Dictionary<string, object>
        {
            ["traceId"] = Id(trace),
            ["spanId"] = Id(span.Id),
            ["name"] = span.Name,
            ["kind"] = "SPAN_KIND_" + span.Kind.ToString().ToUpperInvariant(),
            ["startTimeUnixNano"] = span.Start.ToString(CultureInfo.InvariantCulture),
            ["endTimeUnixNano"] = span.End.ToString(CultureInfo.InvariantCulture),
            ["attributes"] = span.Attributes.Select(Attribute),
            ["status"] = span.Status == SpanStatus.Error ? new { code = "STATUS_CODE_ERROR" } : new object(),
        };
        if (span.ParentId is { } parent) members["parentSpanId"] = Id(parent);
        return members;
    }

    private static object Attribute(SpanAttribute attribute) => new
    {
        key = attribute.Key,
        value = attribute.Value switch
        {
            AttributeValue.Whole whole => new { intValue = whole.Value.ToString(CultureInfo.InvariantCulture) },
            AttributeValue.Boolean boolean => new { boolValue = boolean.Value },
            var other => (object)new { stringValue = other.ToString() },
        },
    };

    private static string Id(TraceId id)
    {
        var bytes = new byte[16];
        BinaryPrimitives.WriteUInt128BigEndian(bytes, id.Value);
        return Convert.ToBase64String(bytes);
    }

    private static string Id(SpanId id)
    {
        var bytes = new byte[8];
        BinaryPrimitives.WriteUInt64BigEndian(bytes, id.Value);
        return Convert.ToBase64String(bytes);
    }
}
