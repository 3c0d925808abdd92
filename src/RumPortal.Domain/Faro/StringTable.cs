using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace RumPortal.Domain.Faro;

/// <summary>
/// Gives equal short texts one string object, for values such as browser or version that repeat on every line of a query. It lives and
/// dies with its query and is bounded, because what visitors send decides what comes in: beyond the bound, each text is a string of its
/// own.
/// </summary>
internal sealed class StringTable(int capacity)
{
    private const int LongestText = 128;

    private readonly HashSet<string> _strings = new(Utf8Comparer.Instance);
    private readonly Lock _lock = new();

    public string Get(ReadOnlySpan<byte> utf8)
    {
        if (utf8.IsEmpty) return "";
        if (utf8.Length > LongestText) return Encoding.UTF8.GetString(utf8);
        lock (_lock)
        {
            var strings = _strings.GetAlternateLookup<ReadOnlySpan<byte>>();
            if (strings.TryGetValue(utf8, out var known)) return known;
            var text = Encoding.UTF8.GetString(utf8);
            if (_strings.Count < capacity) _strings.Add(text);
            return text;
        }
    }

    /// <summary>
    /// Compares strings with UTF-8 bytes without decoding them. The hash is seeded per process, so keys cannot be chosen to collide.
    /// </summary>
    private sealed class Utf8Comparer : IEqualityComparer<string>, IAlternateEqualityComparer<ReadOnlySpan<byte>, string>
    {
        public static readonly Utf8Comparer Instance = new();

        public string Create(ReadOnlySpan<byte> alternate) => Encoding.UTF8.GetString(alternate);

        public bool Equals(ReadOnlySpan<byte> alternate, string other)
        {
            if (Ascii.Equals(alternate, other)) return true;
            Span<byte> utf8 = stackalloc byte[LongestText * 3];
            return Encoding.UTF8.TryGetBytes(other, utf8, out var length) && utf8[..length].SequenceEqual(alternate);
        }

        public bool Equals(string? x, string? y) => string.Equals(x, y, StringComparison.Ordinal);

        public int GetHashCode(ReadOnlySpan<byte> alternate)
        {
            var hash = new HashCode();
            hash.AddBytes(alternate);
            return hash.ToHashCode();
        }

        public int GetHashCode([DisallowNull] string text)
        {
            Span<byte> utf8 = stackalloc byte[LongestText * 3];
            return Encoding.UTF8.TryGetBytes(text, utf8, out var length) ? GetHashCode(utf8[..length]) : text.Length;
        }
    }
}
