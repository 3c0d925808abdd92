namespace RumPortal.Domain.Vitals.Comparison;

/// <summary>
/// Versions as people count them: runs of digits by their number, all else by letters, so that <c>9.10.0</c> comes after
/// <c>9.9.1</c> and <c>118</c> after <c>99</c>. Any text has its place.
/// </summary>
public sealed class VersionOrder : IComparer<string>
{
    public static VersionOrder Instance { get; } = new();

    public int Compare(string? left, string? right)
    {
        var l = (left ?? "").AsSpan();
        var r = (right ?? "").AsSpan();
        while (!l.IsEmpty && !r.IsEmpty)
        {
            var isNumber = char.IsAsciiDigit(l[0]) && char.IsAsciiDigit(r[0]);
            var order = isNumber ? CompareNumbers(ref l, ref r) : l[0].CompareTo(r[0]);
            if (order != 0) return order;
            if (isNumber) continue;
            l = l[1..];
            r = r[1..];
        }
        // Only what has no difference but leading zeros is left.
        return l.Length != r.Length ? l.Length.CompareTo(r.Length) : string.CompareOrdinal(left, right);
    }

    // By length after the zeros, then by digits: no number is too long.
    private static int CompareNumbers(ref ReadOnlySpan<char> left, ref ReadOnlySpan<char> right)
    {
        var l = TakeNumber(ref left);
        var r = TakeNumber(ref right);
        return l.Length != r.Length ? l.Length.CompareTo(r.Length) : l.SequenceCompareTo(r);
    }

    private static ReadOnlySpan<char> TakeNumber(ref ReadOnlySpan<char> text)
    {
        var end = text.IndexOfAnyExceptInRange('0', '9');
        var digits = end < 0 ? text : text[..end];
        text = text[digits.Length..];
        return digits.TrimStart('0');
    }
}
