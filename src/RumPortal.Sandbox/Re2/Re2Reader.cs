using System.Globalization;
using System.Text;

namespace RumPortal.Sandbox.Re2;

/// <summary>A cursor over the pattern, with the escapes that mean one code point in and outside of classes.</summary>
internal sealed class Re2Reader(string pattern)
{
    private int _position;

    public bool AtEnd => _position >= pattern.Length;

    public char Peek => AtEnd ? '\0' : pattern[_position];

    public int Position => _position;

    public bool TryTake(string text)
    {
        if (!pattern.AsSpan(_position).StartsWith(text)) return false;
        _position += text.Length;
        return true;
    }

    public Rune Take()
    {
        Rune.DecodeFromUtf16(pattern.AsSpan(_position), out var rune, out var consumed);
        _position += consumed;
        return rune;
    }

    public void Back(int position) => _position = position;

    public string From(int start) => pattern[start..];

    public string Since(int start) => pattern[start.._position];

    /// <summary>The text up to a terminator, which is taken as well; null when it never comes.</summary>
    public string? TakeUntil(string terminator)
    {
        var end = pattern.IndexOf(terminator, _position, StringComparison.Ordinal);
        if (end < 0) return null;
        var text = pattern[_position..end];
        _position = end + terminator.Length;
        return text;
    }

    public string TakeRest()
    {
        var text = pattern[_position..];
        _position = pattern.Length;
        return text;
    }

    /// <summary>Reads the part of an escape behind the backslash: <c>n</c>, <c>x41</c>, <c>x{1F600}</c>, <c>012</c>, or any ASCII punctuation for itself.</summary>
    public int TakeEscapedCodePoint(int start)
    {
        if (AtEnd) throw new Re2SyntaxException("trailing backslash at end of expression: ``");
        var rune = Take();
        if (rune.Value < 0x80 && !char.IsAsciiLetterOrDigit((char)rune.Value)) return rune.Value;
        var simple = "afnrtv".IndexOf((char)(rune.IsBmp ? rune.Value : 0), StringComparison.Ordinal);
        if (simple >= 0) return "\a\f\n\r\t\v"[simple];
        return rune.Value switch
        {
            'x' => TakeHex(start),
            '0' => TakeOctal(rune.Value - '0', 2),
            >= '1' and <= '7' when Peek is >= '0' and <= '7' => TakeOctal(rune.Value - '0', 2),
            _ => throw InvalidEscape(start),
        };
    }

    public Re2SyntaxException InvalidEscape(int start) => new($"invalid escape sequence: `{Since(start)}`");

    private int TakeHex(int start)
    {
        var digits = TryTake("{") ? TakeUntil("}") : TakeHexPair();
        if (digits is null || digits.Length is 0 or > 8
            || !int.TryParse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value) || value is < 0 or > 0x10FFFF)
            throw InvalidEscape(start);
        return value;
    }

    private string? TakeHexPair()
    {
        if (_position + 2 > pattern.Length) return null;
        var digits = pattern.Substring(_position, 2);
        _position += 2;
        return digits;
    }

    private int TakeOctal(int value, int more)
    {
        for (; more > 0 && Peek is >= '0' and <= '7'; more--) value = (value * 8) + (Take().Value - '0');
        return value;
    }
}
