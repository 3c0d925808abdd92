using System.Buffers;
using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.Text;
using RumPortal.Domain.Querying;

namespace RumPortal.Clients.Loki;

/// <summary>
/// Gives equal label sets of one answer one object, without decoding those that are known: each line carries its metadata, and nearly all
/// lines carry the same. Bounded; beyond the bound each set is an object of its own.
/// </summary>
internal sealed class LabelSetInterner
{
    private const int MostSets = 4096;

    private readonly Dictionary<byte[], LabelSet> _sets = new(BytesComparer.Instance);
    private readonly ArrayBufferWriter<byte> _pending = new();

    /// <summary>Adds a text, alternately a name and a value, in the unescaped form.</summary>
    public void Add(ReadOnlySpan<byte> text)
    {
        BinaryPrimitives.WriteInt32LittleEndian(_pending.GetSpan(sizeof(int)), text.Length);
        _pending.Advance(sizeof(int));
        _pending.Write(text);
    }

    /// <summary>The set of what was added since the last call.</summary>
    public LabelSet Take()
    {
        var key = _pending.WrittenSpan;
        if (key.IsEmpty) return LabelSet.Empty;
        if (!_sets.GetAlternateLookup<ReadOnlySpan<byte>>().TryGetValue(key, out var set))
        {
            set = LabelSet.From(Decode(key));
            if (_sets.Count < MostSets) _sets.Add(key.ToArray(), set);
        }
        _pending.ResetWrittenCount();
        return set;
    }

    private static List<KeyValuePair<string, string>> Decode(ReadOnlySpan<byte> texts)
    {
        var labels = new List<KeyValuePair<string, string>>();
        while (!texts.IsEmpty) labels.Add(new(DecodeOne(ref texts), texts.IsEmpty ? "" : DecodeOne(ref texts)));
        return labels;
    }

    private static string DecodeOne(ref ReadOnlySpan<byte> texts)
    {
        var length = BinaryPrimitives.ReadInt32LittleEndian(texts);
        var text = Encoding.UTF8.GetString(texts.Slice(sizeof(int), length));
        texts = texts[(sizeof(int) + length)..];
        return text;
    }

    private sealed class BytesComparer : IEqualityComparer<byte[]>, IAlternateEqualityComparer<ReadOnlySpan<byte>, byte[]>
    {
        public static readonly BytesComparer Instance = new();

        public byte[] Create(ReadOnlySpan<byte> alternate) => alternate.ToArray();

        public bool Equals(ReadOnlySpan<byte> alternate, byte[] other) => alternate.SequenceEqual(other);

        public bool Equals(byte[]? x, byte[]? y) => x.AsSpan().SequenceEqual(y);

        public int GetHashCode(ReadOnlySpan<byte> alternate)
        {
            var hash = new HashCode();
            hash.AddBytes(alternate);
            return hash.ToHashCode();
        }

        public int GetHashCode([DisallowNull] byte[] bytes) => GetHashCode(bytes.AsSpan());
    }
}
