using System.Buffers.Binary;
using System.Text;

namespace RumPortal.Sandbox.Otlp.Protobuf;

/// <summary>A cursor over the fields of one protobuf message. Whatever the bytes are, it ends or throws <see cref="OtlpFormatException"/>.</summary>
internal ref struct ProtobufReader(ReadOnlySpan<byte> message)
{
    private const int MaxVarintBits = 64;

    private ReadOnlySpan<byte> _rest = message;
    private WireType _type;

    /// <summary>The number of the field that the cursor stands on.</summary>
    public int Field { get; private set; }

    /// <summary>Moves to the next field; its value must be read or skipped before the one after.</summary>
    public bool Next()
    {
        if (_rest.IsEmpty) return false;
        var tag = ReadVarint();
        Field = (int)Math.Min(tag >> 3, int.MaxValue);
        _type = (WireType)(tag & 7);
        if (Field == 0) throw new OtlpFormatException("proto: illegal tag 0");
        return true;
    }

    public void Skip()
    {
        switch (_type)
        {
            case WireType.Varint:
                ReadVarint();
                break;
            case WireType.Fixed64:
                Take(sizeof(ulong));
                break;
            case WireType.Bytes:
                TakeLengthPrefixed();
                break;
            case WireType.Fixed32:
                Take(sizeof(uint));
                break;
            default:
                throw new OtlpFormatException($"proto: illegal wireType {(int)_type}");
        }
    }

    public ReadOnlySpan<byte> Bytes()
    {
        Expect(WireType.Bytes);
        return TakeLengthPrefixed();
    }

    public string Text() => Encoding.UTF8.GetString(Bytes());

    public ulong Varint()
    {
        Expect(WireType.Varint);
        return ReadVarint();
    }

    public ulong Fixed64()
    {
        Expect(WireType.Fixed64);
        return BinaryPrimitives.ReadUInt64LittleEndian(Take(sizeof(ulong)));
    }

    public uint Fixed32()
    {
        Expect(WireType.Fixed32);
        return BinaryPrimitives.ReadUInt32LittleEndian(Take(sizeof(uint)));
    }

    private readonly void Expect(WireType wanted)
    {
        if (_type != wanted) throw new OtlpFormatException($"proto: wrong wireType = {(int)_type} for field {Field}");
    }

    private ReadOnlySpan<byte> TakeLengthPrefixed()
    {
        var length = ReadVarint();
        return length <= (ulong)_rest.Length ? Take((int)length) : throw new OtlpFormatException("proto: unexpected EOF");
    }

    private ReadOnlySpan<byte> Take(int count)
    {
        if (count > _rest.Length) throw new OtlpFormatException("proto: unexpected EOF");
        var taken = _rest[..count];
        _rest = _rest[count..];
        return taken;
    }

    private ulong ReadVarint()
    {
        var value = 0UL;
        for (var shift = 0; shift < MaxVarintBits; shift += 7)
        {
            var next = Take(1)[0];
            value |= (ulong)(next & 0x7F) << shift;
            if (next < 0x80) return value;
        }

        throw new OtlpFormatException("proto: integer overflow");
    }
}
