using System.Buffers;
using System.Buffers.Binary;
using System.Text;

namespace RumPortal.Testing.Tempo;

/// <summary>Writes a protobuf message field by field, well-formed or not.</summary>
public sealed class ProtobufMessage
{
    private readonly ArrayBufferWriter<byte> _bytes = new();

    public byte[] ToArray() => _bytes.WrittenSpan.ToArray();

    public ProtobufMessage Varint(uint field, ulong value) => Tag(field, 0).Number(value);

    public ProtobufMessage Fixed64(uint field, ulong value)
    {
        Tag(field, 1);
        Span<byte> bytes = stackalloc byte[8];
        BinaryPrimitives.WriteUInt64LittleEndian(bytes, value);
        return Raw(bytes);
    }

    public ProtobufMessage Fixed32(uint field, uint value)
    {
        Tag(field, 5);
        Span<byte> bytes = stackalloc byte[4];
        BinaryPrimitives.WriteUInt32LittleEndian(bytes, value);
        return Raw(bytes);
    }

    public ProtobufMessage Bytes(uint field, ReadOnlySpan<byte> value) => Tag(field, 2).Number((ulong)value.Length).Raw(value);

    public ProtobufMessage Text(uint field, string value) => Bytes(field, Encoding.UTF8.GetBytes(value));

    public ProtobufMessage Message(uint field, ProtobufMessage value) => Bytes(field, value._bytes.WrittenSpan);

    public ProtobufMessage Messages(uint field, IEnumerable<ProtobufMessage> values)
    {
        foreach (var value in values) Message(field, value);
        return this;
    }

    public ProtobufMessage Raw(ReadOnlySpan<byte> bytes)
    {
        _bytes.Write(bytes);
        return this;
    }

    private ProtobufMessage Tag(uint field, uint type) => Number((field << 3) | type);

    private ProtobufMessage Number(ulong value)
    {
        for (; value >= 0x80; value >>= 7) Raw([(byte)(value | 0x80)]);
        return Raw([(byte)value]);
    }
}
