using System.Globalization;

namespace RumPortal.Sandbox.Re2;

/// <summary>Character classes: <c>[a-z\d]</c>, <c>[^[:alpha:]]</c>, and the classes that stand alone, <c>\d \w \s \pL \p{Lu}</c>.</summary>
internal static class Re2ClassParser
{
    private static readonly Dictionary<string, CodePointSet> Posix = new(StringComparer.Ordinal)
    {
        ["alnum"] = CodePointSet.Of(('0', '9'), ('A', 'Z'), ('a', 'z')),
        ["alpha"] = CodePointSet.Of(('A', 'Z'), ('a', 'z')),
        ["ascii"] = CodePointSet.Of((0, 0x7F)),
        ["blank"] = CodePointSet.Of(('\t', '\t'), (' ', ' ')),
        ["cntrl"] = CodePointSet.Of((0, 0x1F), (0x7F, 0x7F)),
        ["digit"] = CodePointSet.Digits,
        ["graph"] = CodePointSet.Of(('!', '~')),
        ["lower"] = CodePointSet.Of(('a', 'z')),
        ["print"] = CodePointSet.Of((' ', '~')),
        ["punct"] = CodePointSet.Of(('!', '/'), (':', '@'), ('[', '`'), ('{', '~')),
        ["space"] = CodePointSet.Of(('\t', '\r'), (' ', ' ')),
        ["upper"] = CodePointSet.Of(('A', 'Z')),
        ["word"] = CodePointSet.Words,
        ["xdigit"] = CodePointSet.Of(('0', '9'), ('A', 'F'), ('a', 'f')),
    };

    /// <summary>Unicode's two-letter names in the order of <see cref="UnicodeCategory"/>.</summary>
    private const string CategoryNames = "LuLlLtLmLoMnMcMeNdNlNoZsZlZpCcCfCsCoPcPdPsPePiPfPoSmScSkSoCn";

    /// <summary>Reads a class behind its opening bracket.</summary>
    public static CodePointSet ParseBracketed(Re2Reader reader, bool ignoreCase)
    {
        var start = reader.Position - 1;
        var negated = reader.TryTake("^");
        var set = CodePointSet.Of();
        for (var first = true; first || reader.Peek != ']'; first = false)
        {
            if (reader.AtEnd) throw new Re2SyntaxException($"missing closing ]: `{reader.Since(start)}`");
            set = set.Union(TryParseNamed(reader) ?? TryParsePosix(reader) ?? ParseRange(reader));
        }

        reader.TryTake("]");
        if (ignoreCase) set = set.FoldCase();
        return negated ? set.Complement() : set;
    }

    /// <summary>A class that stands alone, at the backslash; null (and nothing taken) when the escape is something else.</summary>
    public static CodePointSet? TryParseNamed(Re2Reader reader)
    {
        var start = reader.Position;
        if (!reader.TryTake("\\") || reader.AtEnd)
        {
            reader.Back(start);
            return null;
        }

        switch (reader.Take().Value)
        {
            case 'd': return CodePointSet.Digits;
            case 'D': return CodePointSet.Digits.Complement();
            case 'w': return CodePointSet.Words;
            case 'W': return CodePointSet.Words.Complement();
            case 's': return CodePointSet.Blanks;
            case 'S': return CodePointSet.Blanks.Complement();
            case 'p': return ParseCategory(reader, start, negated: false);
            case 'P': return ParseCategory(reader, start, negated: true);
            default:
                reader.Back(start);
                return null;
        }
    }

    private static CodePointSet ParseCategory(Re2Reader reader, int start, bool negated)
    {
        var name = reader.TryTake("{") ? reader.TakeUntil("}") : reader.AtEnd ? null : reader.Take().ToString();
        if (name is null) throw new Re2SyntaxException($"invalid character class range: `{reader.Since(start)}`");
        if (name.StartsWith('^')) (name, negated) = (name[1..], !negated);
        var set = name == "Any" ? CodePointSet.Of((0, 0x10FFFF)) : CodePointSet.OfCategories(category => IsNamed(category, name));
        if (set.Ranges.Count == 0)
            throw new Re2SyntaxException($"invalid character class range: `{reader.Since(start)}` (Unicode scripts are not supported by the sandbox)");
        return negated ? set.Complement() : set;
    }

    private static bool IsNamed(UnicodeCategory category, string name) =>
        name.Length is 1 or 2 && CategoryNames.AsSpan((int)category * 2, 2).StartsWith(name);

    private static CodePointSet? TryParsePosix(Re2Reader reader)
    {
        var start = reader.Position;
        if (!reader.TryTake("[:")) return null;
        var name = reader.TakeUntil(":]");
        if (name is null)
        {
            reader.Back(start);
            return null;
        }

        var negated = name.StartsWith('^');
        if (!Posix.TryGetValue(negated ? name[1..] : name, out var set)) throw new Re2SyntaxException($"invalid character class range: `{reader.Since(start)}`");
        return negated ? set.Complement() : set;
    }

    private static CodePointSet ParseRange(Re2Reader reader)
    {
        var start = reader.Position;
        var first = TakeMember(reader);
        var behindFirst = reader.Position;
        if (!reader.TryTake("-") || reader.AtEnd || reader.Peek == ']')
        {
            reader.Back(behindFirst);
            return CodePointSet.Of((first, first));
        }

        var last = TakeMember(reader);
        if (last < first) throw new Re2SyntaxException($"invalid character class range: `{reader.Since(start)}`");
        return CodePointSet.Of((first, last));
    }

    private static int TakeMember(Re2Reader reader)
    {
        var start = reader.Position;
        if (reader.AtEnd) throw new Re2SyntaxException("missing closing ]: `[`");
        return reader.TryTake("\\") ? reader.TakeEscapedCodePoint(start) : reader.Take().Value;
    }
}
