using System.Diagnostics.CodeAnalysis;

namespace RumPortal.Sandbox.Loki.LogQl.Pipeline;

/// <summary>Remembers what the raw key bytes of lines mean, so that no string is made for each key of each line. Bounded; keys beyond the bound are made anew.</summary>
internal sealed class KeyCache<T>
{
    private const int Capacity = 1024;

    private readonly Dictionary<byte[], T> _known;
    private readonly Dictionary<byte[], T>.AlternateLookup<ReadOnlySpan<byte>> _lookup;

    public KeyCache()
    {
        _known = new(new ByteComparer());
        _lookup = _known.GetAlternateLookup<ReadOnlySpan<byte>>();
    }

    public T Get<TState>(ReadOnlySpan<byte> key, TState state, Func<string, TState, T> make)
    {
        if (_lookup.TryGetValue(key, out var known)) return known;
        var made = make(LabelNames.Sanitize(key), state);
        if (_known.Count < Capacity) _known.Add(key.ToArray(), made);
        return made;
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
