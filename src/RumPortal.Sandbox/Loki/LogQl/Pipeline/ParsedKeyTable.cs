using System.Diagnostics.CodeAnalysis;

namespace RumPortal.Sandbox.Loki.LogQl.Pipeline;

/// <summary>Finds the <see cref="ParsedKey"/> of raw key bytes without making a string for each line. Bounded; keys beyond the bound are made anew.</summary>
internal sealed class ParsedKeyTable
{
    private const int Capacity = 1024;

    private readonly Dictionary<byte[], ParsedKey> _keys;
    private readonly Dictionary<byte[], ParsedKey>.AlternateLookup<ReadOnlySpan<byte>> _lookup;

    public ParsedKeyTable()
    {
        _keys = new(new ByteComparer());
        _lookup = _keys.GetAlternateLookup<ReadOnlySpan<byte>>();
    }

    public ParsedKey Get(ReadOnlySpan<byte> key, LabelsBuilder labels)
    {
        if (_lookup.TryGetValue(key, out var known)) return known;
        var parsed = new ParsedKey(LabelNames.Sanitize(key), labels);
        if (_keys.Count < Capacity) _keys.Add(key.ToArray(), parsed);
        return parsed;
    }

    private sealed class ByteComparer : IEqualityComparer<byte[]>, IAlternateEqualityComparer<ReadOnlySpan<byte>, byte[]>
    {
        public bool Equals(byte[]? x, byte[]? y) => x.AsSpan().SequenceEqual(y);

        public int GetHashCode([DisallowNull] byte[] obj) => GetHashCode(obj.AsSpan());

        public byte[] Create(ReadOnlySpan<byte> alternate) => alternate.ToArray();

        public bool Equals(ReadOnlySpan<byte> alternate, byte[] other) => alternate.SequenceEqual(other);

        public int GetHashCode(ReadOnlySpan<byte> alternate)
        {
            var hash = (uint)alternate.Length;
            foreach (var b in alternate) hash = (hash * 31) + b;
            return (int)hash;
        }
    }
}
