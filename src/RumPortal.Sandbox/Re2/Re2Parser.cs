using System.Globalization;

namespace RumPortal.Sandbox.Re2;

/// <summary>Parses RE2 syntax, the dialect of every regular expression in Loki. What RE2 refuses (lookaround, back references) is an error here too.</summary>
internal sealed class Re2Parser
{
    private const int MaxRepeat = 1000;
    private const int MaxDepth = 200;

    private readonly Re2Reader _reader;
    private readonly List<string?> _groupNames = [];
    private Flags _flags;
    private int _depth;

    private Re2Parser(string pattern) => _reader = new(pattern);

    [Flags]
    private enum Flags
    {
        None = 0,
        IgnoreCase = 1,
        MultiLine = 2,
        DotMatchesNewline = 4,
        Ungreedy = 8,
    }

    /// <summary>The tree and the names of its groups: index 0 is group 1, null means unnamed.</summary>
    public static (Re2Node Root, IReadOnlyList<string?> GroupNames) Parse(string pattern, bool dotMatchesNewline)
    {
        var parser = new Re2Parser(pattern) { _flags = dotMatchesNewline ? Flags.DotMatchesNewline : Flags.None };
        var root = parser.ParseAlternatives();
        if (!parser._reader.AtEnd) throw new Re2SyntaxException($"unexpected ): `{pattern}`");
        return (root, parser._groupNames);
    }

    private Re2Node ParseAlternatives()
    {
        if (++_depth > MaxDepth) throw new Re2SyntaxException("expression nests too deeply");
        var choices = new List<Re2Node> { ParseSequence() };
        while (_reader.TryTake("|")) choices.Add(ParseSequence());
        _depth--;
        return choices.Count == 1 ? choices[0] : new Re2Node.Alternatives(choices);
    }

    private Re2Node.Sequence ParseSequence()
    {
        var parts = new List<Re2Node>();
        while (!_reader.AtEnd && _reader.Peek is not ('|' or ')'))
        {
            var start = _reader.Position;
            if (_reader.TryTake("\\Q"))
            {
                var literals = (_reader.TakeUntil("\\E") ?? _reader.TakeRest()).EnumerateRunes().Select(rune => Literal(rune.Value)).ToList();
                parts.AddRange(literals.SkipLast(1));
                // A repeat behind the quoted text repeats its last character only.
                if (literals.Count > 0) parts.Add(ParseRepeats(literals[^1], start));
                continue;
            }

            parts.Add(ParseRepeats(ParseAtom(), start));
        }

        return new(parts);
    }

    private Re2Node ParseAtom()
    {
        var start = _reader.Position;
        if (Re2ClassParser.TryParseNamed(_reader) is { } named) return new Re2Node.Character(named);
        if (_reader.TryTake("\\")) return ParseEscape(start);
        if (_reader.TryTake("(?")) return ParseSpecialGroup(start);
        if (_reader.TryTake("(")) return ParseCapture(null, start);
        if (_reader.TryTake("[")) return new Re2Node.Character(Re2ClassParser.ParseBracketed(_reader, Has(Flags.IgnoreCase)));
        if (_reader.TryTake(".")) return new Re2Node.AnyCharacter(Has(Flags.DotMatchesNewline));
        if (_reader.TryTake("^")) return new Re2Node.Anchor(Has(Flags.MultiLine) ? Re2Anchor.BeginLine : Re2Anchor.BeginText);
        if (_reader.TryTake("$")) return new Re2Node.Anchor(Has(Flags.MultiLine) ? Re2Anchor.EndLine : Re2Anchor.EndText);
        if (_reader.Peek is '*' or '+' or '?') throw new Re2SyntaxException($"missing argument to repetition operator: `{_reader.Peek}`");
        return Literal(_reader.Take().Value);
    }

    private Re2Node ParseEscape(int start)
    {
        if (_reader.TryTake("A")) return new Re2Node.Anchor(Re2Anchor.BeginText);
        if (_reader.TryTake("z")) return new Re2Node.Anchor(Re2Anchor.EndText);
        if (_reader.TryTake("b")) return new Re2Node.Anchor(Re2Anchor.WordBoundary);
        if (_reader.TryTake("B")) return new Re2Node.Anchor(Re2Anchor.NoWordBoundary);
        return Literal(_reader.TakeEscapedCodePoint(start));
    }

    private Re2Node ParseSpecialGroup(int start)
    {
        if (_reader.TryTake("P<") || _reader.TryTake("<"))
        {
            var name = _reader.TakeUntil(">") ?? throw new Re2SyntaxException($"invalid named capture: `{_reader.From(start)}`");
            if (name.Length == 0 || !name.All(c => c == '_' || char.IsAsciiLetterOrDigit(c)))
                throw new Re2SyntaxException($"invalid named capture: `{_reader.Since(start)}`");
            if (_groupNames.Contains(name)) throw new Re2SyntaxException($"duplicate capture group name: `{name}`");
            return ParseCapture(name, start);
        }

        return ParseFlags(start);
    }

    private Re2Node ParseFlags(int start)
    {
        var (flags, on, any) = (_flags, true, false);
        while (!_reader.AtEnd)
        {
            var letter = _reader.Take().Value;
            if (letter == ':') return ParseScoped(flags, start);
            if (letter == ')' && (any || flags != _flags))
            {
                _flags = flags;
                return Re2Node.Nothing;
            }

            if (letter == '-' && on) (on, any) = (false, false);
            else if (FlagOf(letter) is var flag and not Flags.None) (flags, any) = (on ? flags | flag : flags & ~flag, true);
            else break;
        }

        throw new Re2SyntaxException($"invalid or unsupported Perl syntax: `{_reader.Since(start)}`");
    }

    private static Flags FlagOf(int letter) => letter switch
    {
        'i' => Flags.IgnoreCase,
        'm' => Flags.MultiLine,
        's' => Flags.DotMatchesNewline,
        'U' => Flags.Ungreedy,
        _ => Flags.None,
    };

    private Re2Node.Capture ParseCapture(string? name, int start)
    {
        _groupNames.Add(name);
        var number = _groupNames.Count;
        return new(ParseScoped(_flags, start), number);
    }

    /// <summary>The inside of a group up to its closing parenthesis; flags set inside end there.</summary>
    private Re2Node ParseScoped(Flags flags, int start)
    {
        var outer = _flags;
        _flags = flags;
        var inner = ParseAlternatives();
        _flags = outer;
        if (!_reader.TryTake(")")) throw new Re2SyntaxException($"missing closing ): `{_reader.Since(start)}`");
        return inner;
    }

    private Re2Node ParseRepeats(Re2Node atom, int start)
    {
        var node = atom;
        var repeated = false;
        while (TryTakeRepeat(out var min, out var max))
        {
            if (repeated) throw new Re2SyntaxException($"invalid nested repetition operator: `{_reader.Since(start)}`");
            repeated = true;
            node = new Re2Node.Repeat(node, min, max, _reader.TryTake("?") != Has(Flags.Ungreedy));
        }

        return node;
    }

    private bool TryTakeRepeat(out int min, out int? max)
    {
        (min, max) = (0, null);
        if (_reader.TryTake("*")) return true;
        if (_reader.TryTake("+"))
        {
            min = 1;
            return true;
        }

        if (_reader.TryTake("?"))
        {
            max = 1;
            return true;
        }

        return _reader.Peek == '{' && TryTakeCounts(out min, out max);
    }

    /// <summary><c>{2}</c>, <c>{2,}</c>, <c>{2,5}</c>; anything else behind a brace is ordinary text.</summary>
    private bool TryTakeCounts(out int min, out int? max)
    {
        (min, max) = (0, null);
        var start = _reader.Position;
        var body = _reader.TryTake("{") ? _reader.TakeUntil("}") : null;
        var parts = body?.Split(',') ?? [];
        var valid = parts.Length is 1 or 2 && TryCount(parts[0], out min) && (parts.Length == 1 || parts[1].Length == 0 || TryCount(parts[1], out _));
        if (!valid)
        {
            _reader.Back(start);
            return false;
        }

        max = parts.Length == 1 ? min : parts[1].Length == 0 ? null : int.Parse(parts[1], CultureInfo.InvariantCulture);
        if (min > MaxRepeat || max > MaxRepeat || max < min) throw new Re2SyntaxException($"invalid repeat count: `{_reader.Since(start)}`");
        return true;
    }

    private static bool TryCount(string digits, out int count) => int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out count);

    private Re2Node.Character Literal(int codePoint)
    {
        var set = CodePointSet.Of((codePoint, codePoint));
        return new(Has(Flags.IgnoreCase) ? set.FoldCase() : set);
    }

    private bool Has(Flags flag) => (_flags & flag) != 0;
}
