using System.Collections.Immutable;
using RumPortal.Sandbox.Otlp.Spans;

namespace RumPortal.Sandbox.Otlp.Protobuf;

/// <summary>Attributes and their values in protobuf.</summary>
internal sealed class ProtobufAttributes(TextPool keys)
{
    /// <summary>Lists in lists deeper than this are refused: they would exhaust the stack.</summary>
    private const int MaxDepth = 50;

    /// <summary>The attributes of a message that has them under the given field numbers.</summary>
    public AttributeSet ReadFrom(ReadOnlySpan<byte> message, int attributesField, int droppedField)
    {
        var items = ImmutableArray.CreateBuilder<SpanAttribute>();
        var dropped = 0U;
        var fields = new ProtobufReader(message);
        while (fields.Next())
        {
            if (fields.Field == attributesField) items.Add(ReadAttribute(fields.Bytes(), 0));
            else if (fields.Field == droppedField) dropped = (uint)fields.Varint();
            else fields.Skip();
        }

        return new(items.DrainToImmutable(), dropped);
    }

    private SpanAttribute ReadAttribute(ReadOnlySpan<byte> message, int depth)
    {
        var (key, value) = ("", (AttributeValue)AttributeValue.Nothing.Instance);
        var fields = new ProtobufReader(message);
        while (fields.Next())
        {
            if (fields.Field == 1) key = keys.Share(fields.Text());
            else if (fields.Field == 2) value = ReadValue(fields.Bytes(), depth);
            else fields.Skip();
        }

        return new(key, value);
    }

    private AttributeValue ReadValue(ReadOnlySpan<byte> message, int depth)
    {
        if (depth > MaxDepth) throw new OtlpFormatException($"attribute values nest deeper than {MaxDepth} levels");
        AttributeValue value = AttributeValue.Nothing.Instance;
        var fields = new ProtobufReader(message);
        while (fields.Next()) value = ReadAlternative(ref fields, depth) ?? value;
        return value;
    }

    /// <summary>One of the oneof's fields; null for a field of another number.</summary>
    private AttributeValue? ReadAlternative(ref ProtobufReader fields, int depth)
    {
        switch (fields.Field)
        {
            case 1: return new AttributeValue.Text(fields.Text());
            case 2: return new AttributeValue.Boolean(fields.Varint() != 0);
            case 3: return new AttributeValue.WholeNumber((long)fields.Varint());
            case 4: return new AttributeValue.Number(BitConverter.UInt64BitsToDouble(fields.Fixed64()));
            case 5: return ReadList(fields.Bytes(), depth + 1);
            case 6: return ReadMap(fields.Bytes(), depth + 1);
            case 7: return new AttributeValue.Bytes(fields.Bytes().ToArray());
            default:
                fields.Skip();
                return null;
        }
    }

    private AttributeValue.List ReadList(ReadOnlySpan<byte> message, int depth)
    {
        var values = ImmutableArray.CreateBuilder<AttributeValue>();
        var fields = new ProtobufReader(message);
        while (fields.Next())
        {
            if (fields.Field == 1) values.Add(ReadValue(fields.Bytes(), depth));
            else fields.Skip();
        }

        return new(values.DrainToImmutable());
    }

    private AttributeValue.Map ReadMap(ReadOnlySpan<byte> message, int depth)
    {
        var values = ImmutableArray.CreateBuilder<SpanAttribute>();
        var fields = new ProtobufReader(message);
        while (fields.Next())
        {
            if (fields.Field == 1) values.Add(ReadAttribute(fields.Bytes(), depth));
            else fields.Skip();
        }

        return new(values.DrainToImmutable());
    }
}
