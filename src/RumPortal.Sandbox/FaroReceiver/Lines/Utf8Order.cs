namespace RumPortal.Sandbox.FaroReceiver.Lines;

/// <summary>
/// Orders text by its UTF-8 bytes, as Go sorts strings. Ordinal order of .NET strings differs where a surrogate pair (above U+FFFF) meets
/// U+E000 to U+FFFF.
/// </summary>
internal sealed class Utf8Order : IComparer<string>
{
    public static readonly Utf8Order Instance = new();

    private Utf8Order()
    {
    }

    public int Compare(string? x, string? y)
    {
        var common = x.AsSpan().CommonPrefixLength(y);
        if (common == (x?.Length ?? 0) || common == (y?.Length ?? 0)) return (x?.Length ?? 0).CompareTo(y?.Length ?? 0);
        return Weight(x![common]).CompareTo(Weight(y![common]));
    }

    private static int Weight(char c) => char.IsSurrogate(c) ? c + 0x2000 : c >= '\uE000' ? c - 0x800 : c;
}
