using System.Globalization;
using System.Text;
using RumPortal.Clients.Querying;

namespace RumPortal.Clients.Loki.LogQl;

/// <summary>
/// How the encoders of both receivers spell a value. Characters that any of them escapes have several spellings: go-logfmt (before and
/// since 0.6.1) escapes quotes, backslashes, control characters, DEL and U+FFFD, Go's JSON also <c>&lt; &gt; &amp;</c> and U+2028/9; the
/// rest is raw.
/// </summary>
internal static class FieldSpelling
{
    /// <summary>An expression for all spellings of the value between quotes.</summary>
    public static string InQuotes(string value)
    {
        var pattern = new StringBuilder(value.Length + 16);
        foreach (var rune in value.EnumerateRunes()) pattern.Append(IsPlain(rune) ? Re2.Quote(rune.ToString()) : Spellings(rune));
        return pattern.ToString();
    }

    /// <summary>The longest part of the value that all encoders leave as it is.</summary>
    public static string LongestPlainRun(string value)
    {
        var (longest, start, position) = ("", 0, 0);
        foreach (var rune in value.EnumerateRunes())
        {
            var next = position + rune.Utf16SequenceLength;
            if (!IsPlain(rune)) start = next;
            else if (next - start > longest.Length) longest = value[start..next];
            position = next;
        }
        return longest;
    }

    /// <summary>Whether logfmt may write the value without quotes. A bare backslash stands for itself there.</summary>
    public static bool CanBeBare(string value) => value.All(character => character is > ' ' and not '=' and not '"');

    /// <summary>Whether both encodings always write the value as it is, in logfmt without quotes.</summary>
    public static bool IsBare(string value) => CanBeBare(value) && value != "null" && value.EnumerateRunes().All(IsPlain);

    /// <summary>Whether JSON may write the value as a number or a truth value.</summary>
    public static bool CanBeScalar(string value) =>
        value is "true" or "false"
        || (value.All(IsOfNumber) && double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out _));

    private static bool IsOfNumber(char character) => character is '-' or '+' or '.' or 'e' or 'E' || char.IsAsciiDigit(character);

    private static bool IsPlain(Rune rune) =>
        rune.Value is >= 0x20 and not ('"' or '\\' or '<' or '>' or '&' or 0x7F or 0x2028 or 0x2029 or 0xFFFD);

    private static string Spellings(Rune rune)
    {
        var unicode = $@"\\u{string.Concat($"{rune.Value:x4}".Select(InAnyCase))}";
        return rune.Value switch
        {
            '"' => $"(?:\\\\\"|{unicode})",
            '\\' => $@"(?:\\\\|{unicode})",
            '\n' => $@"(?:\\n|{unicode})",
            '\r' => $@"(?:\\r|{unicode})",
            '\t' => $@"(?:\\t|{unicode})",
            '\b' => $@"(?:\\b|{unicode})",
            '\f' => $@"(?:\\f|{unicode})",
            < 0x20 => unicode,
            _ => $"(?:{rune}|{unicode})",
        };
    }

    private static string InAnyCase(char digit) => char.IsAsciiLetter(digit) ? $"[{digit}{char.ToUpperInvariant(digit)}]" : $"{digit}";
}
