using System.Globalization;
using System.Text;

namespace RumPortal.Sandbox.Literals;

/// <summary>Go's <c>strconv.Quote</c>, and the reverse for the string forms of LogQL and PromQL.</summary>
/// <remarks><c>say "hi"⏎</c> becomes <c>"say \"hi\"\n"</c>; printable non-ASCII text stays as it is.</remarks>
public static class GoQuote
{
    public static string Quote(string text)
    {
        var quoted = new StringBuilder(text.Length + 2).Append('"');
        foreach (var rune in text.EnumerateRunes()) Append(quoted, rune);
        return quoted.Append('"').ToString();
    }

    /// <summary>
    /// Decodes a token with its quotes: <c>`raw`</c>, or <c>"..."</c> (where PromQL takes <c>'...'</c> as well) with the escapes
    /// <c>\a \b \f \n \r \t \v \\ \xHH \ooo \uHHHH \UHHHHHHHH</c> and that of the quote itself. Any other escape is refused.
    /// Bytes given by <c>\x</c> and octal escapes are put together as UTF-8.
    /// </summary>
    public static bool TryUnquote(ReadOnlySpan<char> token, out string text, bool singleQuotes = false)
    {
        text = "";
        if (token.Length < 2 || token[0] != token[^1]) return false;
        var body = token[1..^1];
        if (token[0] == '`')
        {
            text = body.ToString();
            return !body.Contains('`');
        }

        return (token[0] == '"' || (singleQuotes && token[0] == '\'')) && !body.Contains('\n') && TryUnescape(body, token[0], out text);
    }

    private static bool TryUnescape(ReadOnlySpan<char> body, char quote, out string text)
    {
        text = "";
        if (!body.Contains('\\'))
        {
            text = body.ToString();
            return !body.Contains(quote);
        }

        var bytes = new List<byte>(body.Length);
        for (var i = 0; i < body.Length;)
        {
            if (body[i] == quote) return false;
            if (body[i] == '\\')
            {
                if (!TryEscape(body, quote, ref i, bytes)) return false;
                continue;
            }

            Rune.DecodeFromUtf16(body[i..], out var rune, out var consumed);
            AddRune(bytes, rune);
            i += consumed;
        }

        text = Encoding.UTF8.GetString([.. bytes]);
        return true;
    }

    private static bool TryEscape(ReadOnlySpan<char> body, char quote, ref int position, List<byte> bytes)
    {
        if (position + 1 >= body.Length) return false;
        var kind = body[position + 1];
        position += 2;
        switch (kind)
        {
            case 'x': return TryByte(body, ref position, 2, NumberStyles.HexNumber, bytes);
            case 'u': return TryCodePoint(body, ref position, 4, bytes);
            case 'U': return TryCodePoint(body, ref position, 8, bytes);
            case >= '0' and <= '7':
                position--;
                return TryOctal(body, ref position, bytes);
        }

        var simple = "abfnrtv\\".IndexOf(kind, StringComparison.Ordinal);
        if (simple < 0 && kind != quote) return false;
        bytes.Add((byte)(simple < 0 ? quote : "\a\b\f\n\r\t\v\\"[simple]));
        return true;
    }

    private static bool TryByte(ReadOnlySpan<char> body, ref int position, int digits, NumberStyles style, List<byte> bytes)
    {
        if (position + digits > body.Length || !byte.TryParse(body.Slice(position, digits), style, CultureInfo.InvariantCulture, out var value)) return false;
        bytes.Add(value);
        position += digits;
        return true;
    }

    private static bool TryOctal(ReadOnlySpan<char> body, ref int position, List<byte> bytes)
    {
        if (position + 3 > body.Length) return false;
        var value = 0;
        foreach (var digit in body.Slice(position, 3))
        {
            if (digit is < '0' or > '7') return false;
            value = (value * 8) + (digit - '0');
        }

        if (value > byte.MaxValue) return false;
        bytes.Add((byte)value);
        position += 3;
        return true;
    }

    private static bool TryCodePoint(ReadOnlySpan<char> body, ref int position, int digits, List<byte> bytes)
    {
        if (position + digits > body.Length
            || !uint.TryParse(body.Slice(position, digits), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value)
            || !Rune.TryCreate(value, out var rune)) return false;
        AddRune(bytes, rune);
        position += digits;
        return true;
    }

    private static void AddRune(List<byte> bytes, Rune rune)
    {
        Span<byte> utf8 = stackalloc byte[4];
        bytes.AddRange(utf8[..rune.EncodeToUtf8(utf8)]);
    }

    private static void Append(StringBuilder quoted, Rune rune)
    {
        switch (rune.Value)
        {
            case '"': quoted.Append("\\\""); return;
            case '\\': quoted.Append("\\\\"); return;
            case '\a': quoted.Append("\\a"); return;
            case '\b': quoted.Append("\\b"); return;
            case '\f': quoted.Append("\\f"); return;
            case '\n': quoted.Append("\\n"); return;
            case '\r': quoted.Append("\\r"); return;
            case '\t': quoted.Append("\\t"); return;
            case '\v': quoted.Append("\\v"); return;
        }

        if (IsPrintable(rune)) quoted.Append(rune.ToString());
        else if (rune.Value < 0x80) quoted.Append(CultureInfo.InvariantCulture, $"\\x{rune.Value:x2}");
        else if (rune.IsBmp) quoted.Append(CultureInfo.InvariantCulture, $"\\u{rune.Value:x4}");
        else quoted.Append(CultureInfo.InvariantCulture, $"\\U{rune.Value:x8}");
    }

    private static bool IsPrintable(Rune rune) => rune.Value == ' ' || Rune.GetUnicodeCategory(rune) is not
        (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.Surrogate or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned
        or UnicodeCategory.SpaceSeparator or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator);
}
