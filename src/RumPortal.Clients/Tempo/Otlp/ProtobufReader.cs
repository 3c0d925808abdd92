using System.Buffers.Binary;

namespace RumPortal.Clients.Tempo.Otlp;

/// <summary>
/// Walks over the fields of one protobuf message. Nothing is copied. A field whose number or wire type is not the expected one is unknown
/// and skipped by the caller, as the format demands; a message that ends within a field is an <see cref="InvalidDataException"/>.
/// </summary>
internal ref struct ProtobufReader(ReadOnlySpan<byte> message)
{
    // The wire types in use; groups (3 and 4) were given up before these messages were made.
    public const uint Varint = 0;
    public const uint Fixed64 = 1;
    public const uint Bytes = 2;
    private const uint Fixed32 = 5;

    private const int TypeBits = 3;

    private ReadOnlySpan<byte> _rest = message;

    /// <summary>Number and wire type of the current field: <c>number &lt;&lt; 3 | type</c>.</summary>
    public uint Tag { get; private set; }

    /// <summary>How many fields of a message have this tag.</summary>
    public static int Count(ReadOnlySpan<byte> message, uint tag)
    {
        var count = 0;
        var reader = new ProtobufReader(message);
        while (reader.Next())
        {
            if (reader.Tag == tag) count++;
            reader.Skip();
        }
        return count;
    }

    /// <summary>Goes to the next field, whose value must then be read or skipped; false at the end.</summary>
    public bool Next()
    {
        if (_rest.IsEmpty) return false;
        var tag = ReadVarint();
        if (tag >> TypeBits is 0 or > int.MaxValue) throw new InvalidDataException("A field without a legal number.");
        Tag = (uint)tag;
        return true;
    }

    public ulong ReadVarint()
    {
        ulong value = 0;
        for (var shift = 0; shift < 64; shift += 7)
        {
            var part = Take(1)[0];
            value |= (ulong)(part & 0x7F) << shift;
            if (part < 0x80) return value;
        }
        throw new InvalidDataException("A number of more than 64 bits.");
    }

    public ulong ReadFixed64() => BinaryPrimitives.ReadUInt64LittleEndian(Take(sizeof(ulong)));

    public ReadOnlySpan<byte> ReadBytes()
    {
        var length = ReadVarint();
        return length <= (ulong)_rest.Length ? Take((int)length) : throw Ended();
    }

    public void Skip()
    {
        switch (Tag & ((1 << TypeBits) - 1))
        {
            case Varint: ReadVarint(); break;
            case Fixed64: Take(sizeof(ulong)); break;
            case Bytes: ReadBytes(); break;
            case Fixed32: Take(sizeof(uint)); break;
            default: throw new InvalidDataException("A field of an unknown wire type.");
        }
    }

    private ReadOnlySpan<byte> Take(int length)
    {
        if (length > _rest.Length) throw Ended();
        var taken = _rest[..length];
        _rest = _rest[length..];
        return taken;
    }

    private static InvalidDataException Ended() => new("A message that ends within a field.");
}
