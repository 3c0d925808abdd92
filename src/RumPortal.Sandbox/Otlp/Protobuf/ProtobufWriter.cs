using System.Buffers;
using System.Buffers.Binary;
using System.Text;

namespace RumPortal.Sandbox.Otlp.Protobuf;

/// <summary>Writes the fields of a protobuf message. Values that are protobuf's defaults are left out, as proto3 does, except where a method says otherwise.</summary>
internal sealed class ProtobufWriter
{
    private readonly ArrayBufferWriter<byte> _bytes = new();

    public ReadOnlyMemory<byte> Written => _bytes.WrittenMemory;

    public void Text(int field, string value)
    {
        if (value.Length > 0) OneOfText(field, value);
    }

    /// <summary>Written even when empty, as members of a oneof are.</summary>
    public void OneOfText(int field, string value)
    {
        Tag(field, WireType.Bytes);
        RawVarint((ulong)Encoding.UTF8.GetByteCount(value));
        Encoding.UTF8.GetBytes(value, _bytes);
    }

    public void Bytes(int field, ReadOnlySpan<byte> value)
    {
        if (value.Length > 0) OneOfBytes(field, value);
    }

    /// <summary>Written even when empty, as members of a oneof are.</summary>
    public void OneOfBytes(int field, ReadOnlySpan<byte> value)
    {
        Tag(field, WireType.Bytes);
        RawVarint((ulong)value.Length);
        _bytes.Write(value);
    }

    public void Varint(int field, ulong value)
    {
        if (value != 0) OneOfVarint(field, value);
    }

    /// <summary>Written even when zero, as members of a oneof are.</summary>
    public void OneOfVarint(int field, ulong value)
    {
        Tag(field, WireType.Varint);
        RawVarint(value);
    }

    public void Fixed64(int field, ulong value)
    {
        if (value != 0) OneOfFixed64(field, value);
    }

    /// <summary>Written even when zero, as members of a oneof are.</summary>
    public void OneOfFixed64(int field, ulong value)
    {
        Tag(field, WireType.Fixed64);
        BinaryPrimitives.WriteUInt64LittleEndian(_bytes.GetSpan(sizeof(ulong)), value);
        _bytes.Advance(sizeof(ulong));
    }

    public void Fixed32(int field, uint value)
    {
        if (value == 0) return;
        Tag(field, WireType.Fixed32);
        BinaryPrimitives.WriteUInt32LittleEndian(_bytes.GetSpan(sizeof(uint)), value);
        _bytes.Advance(sizeof(uint));
    }

    /// <summary>A message within this one; written even when it has no fields.</summary>
    public void Message(int field, Action<ProtobufWriter> write)
    {
        var inner = new ProtobufWriter();
        write(inner);
        OneOfBytes(field, inner.Written.Span);
    }

    private void Tag(int field, WireType type) => RawVarint(((ulong)field << 3) | (ulong)type);

    private void RawVarint(ulong value)
    {
        var target = _bytes.GetSpan(10);
        var length = 0;
        for (; value >= 0x80; value >>= 7) target[length++] = (byte)(value | 0x80);
        target[length++] = (byte)value;
        _bytes.Advance(length);
    }
}
