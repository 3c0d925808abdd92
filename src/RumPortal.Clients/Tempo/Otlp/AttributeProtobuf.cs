using System.Runtime.InteropServices;
using RumPortal.Domain.Traces;

namespace RumPortal.Clients.Tempo.Otlp;

/// <summary>Reads <c>opentelemetry.proto.common.v1</c>: <c>KeyValue</c> and <c>AnyValue</c>.</summary>
internal static class AttributeProtobuf
{
    private const uint Key = (1 << 3) | ProtobufReader.Bytes;
    private const uint Value = (2 << 3) | ProtobufReader.Bytes;

    private const uint Text = (1 << 3) | ProtobufReader.Bytes;
    private const uint Boolean = (2 << 3) | ProtobufReader.Varint;
    private const uint Whole = (3 << 3) | ProtobufReader.Varint;
    private const uint Real = (4 << 3) | ProtobufReader.Fixed64;
    private const uint List = (5 << 3) | ProtobufReader.Bytes;
    private const uint Pairs = (6 << 3) | ProtobufReader.Bytes;
    private const uint Bytes = (7 << 3) | ProtobufReader.Bytes;

    private const uint Element = (1 << 3) | ProtobufReader.Bytes;

    /// <summary>The attributes that stand in a message under a tag.</summary>
    public static SpanAttributes Read(ReadOnlySpan<byte> message, uint tag, SpanIntake intake) =>
        Read(message, tag, ProtobufReader.Count(message, tag), intake);

    /// <inheritdoc cref="Read(ReadOnlySpan{byte}, uint, SpanIntake)"/>
    /// <param name="message">The message.</param>
    /// <param name="tag">Their tag.</param>
    /// <param name="count">How many there are.</param>
    /// <param name="intake">Takes account.</param>
    public static SpanAttributes Read(ReadOnlySpan<byte> message, uint tag, int count, SpanIntake intake) =>
        count == 0 ? SpanAttributes.Empty : new SpanAttributes(ImmutableCollectionsMarshal.AsImmutableArray(ReadPairs(message, tag, count, intake, 0)));

    private static SpanAttribute[] ReadPairs(ReadOnlySpan<byte> message, uint tag, int count, SpanIntake intake, int depth)
    {
        var pairs = new SpanAttribute[intake.Take(count)];
        var reader = new ProtobufReader(message);
        for (var taken = 0; taken < pairs.Length && reader.Next();)
        {
            if (reader.Tag == tag) pairs[taken++] = ReadPair(reader.ReadBytes(), intake, depth);
            else reader.Skip();
        }
        return pairs;
    }

    private static SpanAttribute ReadPair(ReadOnlySpan<byte> message, SpanIntake intake, int depth)
    {
        var key = "";
        AttributeValue value = AttributeValue.None.Value;
        var reader = new ProtobufReader(message);
        while (reader.Next())
        {
            switch (reader.Tag)
            {
                case Key: key = intake.Text(reader.ReadBytes()); break;
                case Value: value = ReadValue(reader.ReadBytes(), intake, depth); break;
                default: reader.Skip(); break;
            }
        }
        return new SpanAttribute(key, value);
    }

    private static AttributeValue ReadValue(ReadOnlySpan<byte> message, SpanIntake intake, int depth)
    {
        AttributeValue value = AttributeValue.None.Value;
        var reader = new ProtobufReader(message);
        while (reader.Next())
        {
            switch (reader.Tag)
            {
                case Text: value = intake.Value(reader.ReadBytes()); break;
                case Boolean: value = new AttributeValue.Boolean(reader.ReadVarint() != 0); break;
                case Whole: value = new AttributeValue.Whole((long)reader.ReadVarint()); break;
                case Real: value = new AttributeValue.Real(BitConverter.UInt64BitsToDouble(reader.ReadFixed64())); break;
                case List: value = ReadList(reader.ReadBytes(), intake, depth + 1); break;
                case Pairs: value = ReadNested(reader.ReadBytes(), intake, depth + 1); break;
                case Bytes: value = new AttributeValue.Bytes([.. intake.Cut(reader.ReadBytes())]); break;
                default: reader.Skip(); break;
            }
        }
        return value;
    }

    private static AttributeValue ReadNested(ReadOnlySpan<byte> message, SpanIntake intake, int depth) =>
        intake.IsShallow(depth)
            ? new AttributeValue.Pairs(ImmutableCollectionsMarshal.AsImmutableArray(ReadPairs(message, Element, ProtobufReader.Count(message, Element), intake, depth)))
            : AttributeValue.None.Value;

    private static AttributeValue ReadList(ReadOnlySpan<byte> message, SpanIntake intake, int depth)
    {
        if (!intake.IsShallow(depth)) return AttributeValue.None.Value;
        var values = new AttributeValue[intake.Take(ProtobufReader.Count(message, Element))];
        var reader = new ProtobufReader(message);
        for (var taken = 0; taken < values.Length && reader.Next();)
        {
            if (reader.Tag == Element) values[taken++] = ReadValue(reader.ReadBytes(), intake, depth);
            else reader.Skip();
        }
        return new AttributeValue.List(ImmutableCollectionsMarshal.AsImmutableArray(values));
    }
}
