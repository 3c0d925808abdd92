using System.Buffers.Binary;
using System.Numerics;
using System.Text;
using RumPortal.Domain.Traces;

namespace RumPortal.Clients.Tempo.Otlp;

/// <summary>
/// Gives equal short texts one object while they keep coming: keys, names and most values repeat on every span. Each text has one place, from
/// which the next text of that place drives it out; so memory is bounded, and texts chosen to collide cost no more than any others.
/// </summary>
internal sealed class TextCache
{
    private const int Places = 4096;
    private const int LongestText = 128;

    private readonly AttributeValue.Text?[] _texts = new AttributeValue.Text?[Places];

    public AttributeValue.Text Get(ReadOnlySpan<byte> utf8)
    {
        if (utf8.Length > LongestText) return new AttributeValue.Text(Encoding.UTF8.GetString(utf8));
        ref var known = ref _texts[PlaceOf(utf8)];
        // Texts beyond ASCII are never equal here, and so simply decoded anew.
        if (known is not null && Ascii.Equals(utf8, known.Value)) return known;
        return known = new AttributeValue.Text(Encoding.UTF8.GetString(utf8));
    }

    private static int PlaceOf(ReadOnlySpan<byte> utf8)
    {
        var hash = (ulong)utf8.Length;
        for (; utf8.Length >= sizeof(ulong); utf8 = utf8[sizeof(ulong)..]) hash = Mix(hash, BinaryPrimitives.ReadUInt64LittleEndian(utf8));
        foreach (var rest in utf8) hash = Mix(hash, rest);
        return (int)(hash >> (64 - BitOperations.Log2(Places)));
    }

    // The multiplier of Fibonacci hashing: the upper bits depend on all bits.
    private static ulong Mix(ulong hash, ulong part) => (BitOperations.RotateLeft(hash, 23) ^ part) * 0x9E3779B97F4A7C15;
}
