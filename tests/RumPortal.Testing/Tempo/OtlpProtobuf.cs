using System.Buffers.Binary;
using RumPortal.Domain.Traces;

namespace RumPortal.Testing.Tempo;

/// <summary>Writes a trace as Tempo's servers do in protobuf.</summary>
public static class OtlpProtobuf
{
    /// <summary>The answer of v2; a status other than zero and a message say that the trace was cut.</summary>
    public static ProtobufMessage Response(Trace trace, ulong status = 0, string message = "")
    {
        var response = new ProtobufMessage().Message(1, TracesData(trace)).Message(2, new ProtobufMessage().Varint(1, 48_211));
        if (status != 0) response.Varint(3, status);
        return message.Length == 0 ? response : response.Text(4, message);
    }

    /// <summary>The answer of v1.</summary>
    public static ProtobufMessage TracesData(Trace trace)
    {
        var data = new ProtobufMessage();
        foreach (var ofResource in trace.Spans.GroupBy(span => span.Resource))
        {
            var resource = new ProtobufMessage().Message(1, new ProtobufMessage().Messages(1, ofResource.Key.Attributes.Select(Attribute)));
            foreach (var ofScope in ofResource.GroupBy(span => span.Scope))
                resource.Message(2, new ProtobufMessage()
                    .Message(1, new ProtobufMessage().Text(1, ofScope.Key.Name).Text(2, ofScope.Key.Version))
                    .Messages(2, ofScope.Select(span => Span(trace.Id, span))));
            data.Message(1, resource);
        }
        return data;
    }

    public static ProtobufMessage Span(TraceId trace, Span span)
    {
        var message = new ProtobufMessage().Bytes(1, Id(trace)).Bytes(2, Id(span.Id));
        if (span.ParentId is { } parent) message.Bytes(4, Id(parent));
        message.Text(5, span.Name).Varint(6, (ulong)span.Kind).Fixed64(7, (ulong)span.Start).Fixed64(8, (ulong)span.End)
            .Messages(9, span.Attributes.Select(Attribute))
            .Messages(11, span.Events.Select(item => new ProtobufMessage().Fixed64(1, (ulong)item.Time).Text(2, item.Name).Messages(3, item.Attributes.Select(Attribute))))
            .Messages(13, span.Links.Select(Link));
        if (span.Status != SpanStatus.Unset || span.StatusMessage is not null)
            message.Message(15, new ProtobufMessage().Text(2, span.StatusMessage ?? "").Varint(3, (ulong)span.Status));
        return message.Fixed32(16, 0x101);
    }

    public static ProtobufMessage Attribute(SpanAttribute attribute) => new ProtobufMessage().Text(1, attribute.Key).Message(2, Value(attribute.Value));

    public static ProtobufMessage Value(AttributeValue value) => value switch
    {
        AttributeValue.Text text => new ProtobufMessage().Text(1, text.Value),
        AttributeValue.Boolean boolean => new ProtobufMessage().Varint(2, boolean.Value ? 1u : 0u),
        AttributeValue.Whole whole => new ProtobufMessage().Varint(3, (ulong)whole.Value),
        AttributeValue.Real real => new ProtobufMessage().Fixed64(4, BitConverter.DoubleToUInt64Bits(real.Value)),
        AttributeValue.List list => new ProtobufMessage().Message(5, new ProtobufMessage().Messages(1, list.Values.Select(Value))),
        AttributeValue.Pairs pairs => new ProtobufMessage().Message(6, new ProtobufMessage().Messages(1, pairs.Values.Select(Attribute))),
        AttributeValue.Bytes bytes => new ProtobufMessage().Bytes(7, bytes.Value.AsSpan()),
        _ => new ProtobufMessage(),
    };

    private static ProtobufMessage Link(SpanReference link)
    {
        var message = new ProtobufMessage().Bytes(1, Id(link.TraceId));
        if (link.SpanId is { } span) message.Bytes(2, Id(span));
        return message.Messages(4, link.Attributes.Select(Attribute));
    }

    private static byte[] Id(TraceId id)
    {
        var bytes = new byte[16];
        BinaryPrimitives.WriteUInt128BigEndian(bytes, id.Value);
        return bytes;
    }

    private static byte[] Id(SpanId id)
    {
        var bytes = new byte[8];
        BinaryPrimitives.WriteUInt64BigEndian(bytes, id.Value);
        return bytes;
    }
}
