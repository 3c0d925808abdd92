using System.Globalization;
using System.Text;

namespace RumPortal.Sandbox.Re2;

/// <summary>
/// Writes a parsed expression as a .NET pattern with RE2's meaning: code points beyond U+FFFF become surrogate pairs, groups carry
/// explicit numbers, <c>$</c> is the very end of the text, and word boundaries are ASCII.
/// </summary>
internal static class Re2Translator
{
    private const string HighSurrogates = "[\\uD800-\\uDBFF]";
    private const string LowSurrogates = "[\\uDC00-\\uDFFF]";
    private const string Word = "[0-9A-Za-z_]";

    public static string Translate(Re2Node root)
    {
        var pattern = new StringBuilder();
        Write(pattern, root);
        return pattern.ToString();
    }

    /// <summary>Whether the pattern needs lookaround, which the linear-time engine does not have.</summary>
    public static bool NeedsLookaround(Re2Node node) => node switch
    {
        Re2Node.Anchor anchor => anchor.Kind is Re2Anchor.WordBoundary or Re2Anchor.NoWordBoundary,
        Re2Node.Sequence sequence => sequence.Parts.Any(NeedsLookaround),
        Re2Node.Alternatives alternatives => alternatives.Choices.Any(NeedsLookaround),
        Re2Node.Repeat repeat => NeedsLookaround(repeat.Inner),
        Re2Node.Capture capture => NeedsLookaround(capture.Inner),
        _ => false,
    };

    private static void Write(StringBuilder pattern, Re2Node node)
    {
        switch (node)
        {
            case Re2Node.Character character:
                WriteSet(pattern, character.Set);
                break;
            case Re2Node.AnyCharacter any:
                WriteSet(pattern, any.Newline ? CodePointSet.Of((0, 0x10FFFF)) : CodePointSet.Of(('\n', '\n')).Complement());
                break;
            case Re2Node.Sequence sequence:
                foreach (var part in sequence.Parts) Write(pattern, part);
                break;
            case Re2Node.Alternatives alternatives:
                WriteGroup(pattern, "(?:", alternatives.Choices);
                break;
            case Re2Node.Capture capture:
                WriteGroup(pattern, string.Create(CultureInfo.InvariantCulture, $"(?<{capture.Number}>"), [capture.Inner]);
                break;
            case Re2Node.Repeat repeat:
                WriteRepeat(pattern, repeat);
                break;
            case Re2Node.Anchor anchor:
                pattern.Append(AnchorOf(anchor.Kind));
                break;
        }
    }

    private static void WriteGroup(StringBuilder pattern, string open, IReadOnlyList<Re2Node> choices)
    {
        pattern.Append(open);
        for (var i = 0; i < choices.Count; i++)
        {
            if (i > 0) pattern.Append('|');
            Write(pattern, choices[i]);
        }

        pattern.Append(')');
    }

    private static void WriteRepeat(StringBuilder pattern, Re2Node.Repeat repeat)
    {
        // Half a surrogate pair more or less does not matter to `.*`, and the simple set keeps the automaton small.
        if (repeat is { Inner: Re2Node.AnyCharacter any, Min: <= 1, Max: null }) pattern.Append(any.Newline ? "[\\s\\S]" : "[^\\n]");
        else WriteGroup(pattern, "(?:", [repeat.Inner]);
        pattern.Append((repeat.Min, repeat.Max) switch
        {
            (0, null) => "*",
            (1, null) => "+",
            (0, 1) => "?",
            (var min, null) => string.Create(CultureInfo.InvariantCulture, $"{{{min},}}"),
            (var min, var max) => string.Create(CultureInfo.InvariantCulture, $"{{{min},{max}}}"),
        });
        if (repeat.Lazy) pattern.Append('?');
    }

    private static string AnchorOf(Re2Anchor kind) => kind switch
    {
        Re2Anchor.BeginText => "\\A",
        Re2Anchor.EndText => "\\z",
        Re2Anchor.BeginLine => "(?m:^)",
        Re2Anchor.EndLine => "(?m:$)",
        Re2Anchor.WordBoundary => $"(?:(?<={Word})(?!{Word})|(?<!{Word})(?={Word}))",
        _ => $"(?:(?<={Word})(?={Word})|(?<!{Word})(?!{Word}))",
    };

    private static void WriteSet(StringBuilder pattern, CodePointSet set)
    {
        var basic = new StringBuilder();
        var pairs = new List<string>();
        foreach (var (first, last) in set.Ranges)
        {
            AppendBasic(basic, first, Math.Min(last, 0xD7FF));
            AppendBasic(basic, Math.Max(first, 0xE000), Math.Min(last, 0xFFFF));
            if (last > 0xFFFF) AppendPairs(pairs, Math.Max(first, 0x10000), last);
        }

        if (basic.Length > 0) pairs.Insert(0, $"[{basic}]");
        // An empty set matches nothing; `[^\s\S]` says so.
        if (pairs.Count == 0) pattern.Append("[^\\s\\S]");
        else if (pairs.Count == 1 && basic.Length > 0) pattern.Append(pairs[0]);
        else pattern.Append("(?:").AppendJoin('|', pairs).Append(')');
    }

    private static void AppendBasic(StringBuilder set, int first, int last)
    {
        if (first > last) return;
        set.Append(CultureInfo.InvariantCulture, $"\\u{first:X4}");
        if (last > first) set.Append(CultureInfo.InvariantCulture, $"-\\u{last:X4}");
    }

    /// <summary>A range beyond U+FFFF as surrogate pairs: the rest of the first block, whole blocks, the beginning of the last block.</summary>
    private static void AppendPairs(List<string> pairs, int first, int last)
    {
        if (first == 0x10000 && last == 0x10FFFF)
        {
            pairs.Add(HighSurrogates + LowSurrogates);
            return;
        }

        while (first <= last)
        {
            var endOfBlock = first | 0x3FF;
            var wholeBlocks = (first & 0x3FF) == 0 && last >= endOfBlock;
            var end = wholeBlocks ? ((last + 1) & ~0x3FF) - 1 : Math.Min(last, endOfBlock);
            pairs.Add(string.Create(CultureInfo.InvariantCulture, $"[\\u{High(first):X4}-\\u{High(end):X4}][\\u{Low(first):X4}-\\u{Low(end):X4}]"));
            first = end + 1;
        }
    }

    private static int High(int codePoint) => 0xD800 + ((codePoint - 0x10000) >> 10);

    private static int Low(int codePoint) => 0xDC00 + ((codePoint - 0x10000) & 0x3FF);
}
