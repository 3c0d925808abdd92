using System.Collections.Immutable;
using RumPortal.Sandbox.Otlp.Spans;

namespace RumPortal.Sandbox.Otlp.Protobuf;

/// <summary>Writes spans as OTLP's messages, grouped as they are given.</summary>
internal static class OtlpProtobufWriter
{
    /// <summary><c>TracesData</c>, which is Tempo's <c>Trace</c> as well: field 1, one <c>ResourceSpans</c> for each group.</summary>
    public static void WriteTrace(ProtobufWriter output, IEnumerable<SpanGroup> groups)
    {
        foreach (var group in groups) output.Message(1, message => WriteGroup(message, group));
    }

    private static void WriteGroup(ProtobufWriter output, SpanGroup group)
    {
        output.Message(1, resource => WriteAttributes(resource, 1, 2, group.Resource.Attributes));
        foreach (var (scope, spans) in group.Scopes)
        {
            output.Message(2, message =>
            {
                message.Message(1, inner => WriteScope(inner, scope));
                foreach (var span in spans) message.Message(2, inner => WriteSpan(inner, span));
                message.Text(3, scope.SchemaUrl);
            });
        }

        output.Text(3, group.Resource.SchemaUrl);
    }

    private static void WriteScope(ProtobufWriter output, InstrumentationScope scope)
    {
        output.Text(1, scope.Name);
        output.Text(2, scope.Version);
        WriteAttributes(output, 3, 4, scope.Attributes);
    }

    private static void WriteSpan(ProtobufWriter output, Span span)
    {
        output.Bytes(1, IdText.Bytes(span.TraceId));
        output.Bytes(2, IdText.Bytes(span.SpanId));
        output.Text(3, span.TraceState);
        if (span.ParentSpanId != 0) output.Bytes(4, IdText.Bytes(span.ParentSpanId));
        output.Text(5, span.Name);
        output.Varint(6, (ulong)span.Kind);
        output.Fixed64(7, span.Start);
        output.Fixed64(8, span.End);
        WriteAttributes(output, 9, 10, span.Attributes);
        foreach (var e in span.Events) output.Message(11, message => WriteEvent(message, e));
        output.Varint(12, span.DroppedEvents);
        foreach (var link in span.Links) output.Message(13, message => WriteLink(message, link));
        output.Varint(14, span.DroppedLinks);
        output.Message(15, message =>
        {
            message.Text(2, span.StatusMessage);
            message.Varint(3, (ulong)span.Status);
        });
        output.Fixed32(16, span.Flags);
    }

    private static void WriteEvent(ProtobufWriter output, SpanEvent e)
    {
        output.Fixed64(1, e.Time);
        output.Text(2, e.Name);
        WriteAttributes(output, 3, 4, e.Attributes);
    }

    private static void WriteLink(ProtobufWriter output, SpanLink link)
    {
        output.Bytes(1, IdText.Bytes(link.TraceId));
        output.Bytes(2, IdText.Bytes(link.SpanId));
        output.Text(3, link.TraceState);
        WriteAttributes(output, 4, 5, link.Attributes);
        output.Fixed32(6, link.Flags);
    }

    private static void WriteAttributes(ProtobufWriter output, int field, int droppedField, AttributeSet attributes)
    {
        WriteItems(output, field, attributes.Items);
        output.Varint(droppedField, attributes.Dropped);
    }

    private static void WriteItems(ProtobufWriter output, int field, ImmutableArray<SpanAttribute> items)
    {
        foreach (var (key, value) in items)
        {
            output.Message(field, message =>
            {
                message.Text(1, key);
                message.Message(2, inner => WriteValue(inner, value));
            });
        }
    }

    private static void WriteValue(ProtobufWriter output, AttributeValue value)
    {
        switch (value)
        {
            case AttributeValue.Text text:
                output.OneOfText(1, text.Value);
                break;
            case AttributeValue.Boolean boolean:
                output.OneOfVarint(2, boolean.Value ? 1UL : 0);
                break;
            case AttributeValue.WholeNumber integer:
                output.OneOfVarint(3, (ulong)integer.Value);
                break;
            case AttributeValue.Number number:
                output.OneOfFixed64(4, BitConverter.DoubleToUInt64Bits(number.Value));
                break;
            case AttributeValue.List list:
                output.Message(5, message =>
                {
                    foreach (var item in list.Values) message.Message(1, inner => WriteValue(inner, item));
                });
                break;
            case AttributeValue.Map map:
                output.Message(6, message => WriteItems(message, 1, map.Values));
                break;
            case AttributeValue.Bytes bytes:
                output.OneOfBytes(7, bytes.Value.Span);
                break;
        }
    }
}
