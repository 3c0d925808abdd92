using System.Globalization;
using System.Text;

namespace RumPortal.Sandbox.Re2;

/// <summary>A set of Unicode code points as sorted, separate ranges.</summary>
internal sealed class CodePointSet
{
    private const int Last = 0x10FFFF;

    /// <summary>Code points above this are folded only singly: no alphabet with case spans a wider range.</summary>
    private const int MaxFoldedRange = 0x2000;

    private readonly List<(int First, int Last)> _ranges;

    private CodePointSet(List<(int First, int Last)> ranges) => _ranges = Merge(ranges);

    public static CodePointSet Digits { get; } = Of(('0', '9'));

    public static CodePointSet Words { get; } = Of(('0', '9'), ('A', 'Z'), ('_', '_'), ('a', 'z'));

    /// <summary>RE2's <c>\s</c>: no vertical tab, no Unicode blanks.</summary>
    public static CodePointSet Blanks { get; } = Of(('\t', '\n'), ('\f', '\r'), (' ', ' '));

    public IReadOnlyList<(int First, int Last)> Ranges => _ranges;

    /// <summary>The only member, or null when there is none or more than one.</summary>
    public Rune? Single => _ranges is [var (first, last)] && first == last && Rune.IsValid(first) ? new Rune(first) : null;

    public static CodePointSet Of(params (int First, int Last)[] ranges) => new([.. ranges]);

    public static CodePointSet OfCategories(Predicate<UnicodeCategory> wanted)
    {
        var ranges = new List<(int, int)>();
        for (var point = 0; point <= Last; point++)
            if (wanted(CharUnicodeInfo.GetUnicodeCategory(point)))
            {
                if (ranges.Count > 0 && ranges[^1].Item2 == point - 1) ranges[^1] = (ranges[^1].Item1, point);
                else ranges.Add((point, point));
            }

        return new(ranges);
    }

    public CodePointSet Union(CodePointSet other) => new([.. _ranges, .. other._ranges]);

    public CodePointSet Complement()
    {
        var gaps = new List<(int, int)>();
        var next = 0;
        foreach (var (first, last) in _ranges)
        {
            if (first > next) gaps.Add((next, first - 1));
            next = last + 1;
        }

        if (next <= Last) gaps.Add((next, Last));
        return new(gaps);
    }

    /// <summary>The set with both cases of each member.</summary>
    public CodePointSet FoldCase()
    {
        var folded = new List<(int, int)>(_ranges);
        foreach (var (first, last) in _ranges)
            for (var point = first; point <= last && last - first <= MaxFoldedRange; point++)
                if (Rune.IsValid(point)) folded.AddRange(Cases(new Rune(point)).Select(rune => (rune.Value, rune.Value)));
        return new(folded);
    }

    /// <summary>The other cases of a letter; three letters have a third form (Kelvin, long s, Angstrom) that the invariant mapping only knows one way.</summary>
    private static IEnumerable<Rune> Cases(Rune rune)
    {
        yield return Rune.ToLowerInvariant(rune);
        yield return Rune.ToUpperInvariant(rune);
        var third = rune.Value switch
        {
            'k' or 'K' => 0x212A,
            's' or 'S' => 0x17F,
            'å' or 'Å' => 0x212B,
            0x212A => 'k',
            0x17F => 's',
            0x212B => 'å',
            _ => 0,
        };
        if (third == 0) yield break;
        yield return new Rune(third);
        yield return Rune.ToUpperInvariant(new Rune(third));
    }

    private static List<(int First, int Last)> Merge(List<(int First, int Last)> ranges)
    {
        ranges.Sort();
        var merged = new List<(int First, int Last)>();
        foreach (var (first, last) in ranges)
            if (merged.Count > 0 && first <= merged[^1].Last + 1) merged[^1] = (merged[^1].First, Math.Max(merged[^1].Last, last));
            else merged.Add((first, last));
        return merged;
    }
}
