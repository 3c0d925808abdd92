namespace RumPortal.Sandbox.Loki.LogQl.Templates;

/// <summary>One verb of a format: <c>%-8.3f</c>. The letter is NUL when the format ends too early.</summary>
internal readonly record struct FormatVerb(char Letter, bool Minus, bool Plus, bool Zero, bool Space, int Width, int? Precision)
{
    /// <summary>Reads from the percent sign; leaves <paramref name="position"/> on the letter.</summary>
    public static FormatVerb Read(string format, ref int position, int maxWidth)
    {
        var flags = "";
        for (position++; position < format.Length && "-+ 0#".Contains(format[position], StringComparison.Ordinal); position++) flags += format[position];
        var width = ReadNumber(format, ref position, maxWidth) ?? 0;
        int? precision = null;
        if (position < format.Length && format[position] == '.')
        {
            position++;
            precision = ReadNumber(format, ref position, maxWidth) ?? 0;
        }

        var letter = position < format.Length ? format[position] : '\0';
        return new(letter, flags.Contains('-', StringComparison.Ordinal), flags.Contains('+', StringComparison.Ordinal),
            flags.Contains('0', StringComparison.Ordinal), flags.Contains(' ', StringComparison.Ordinal), width, precision);
    }

    public string Pad(string text, bool number)
    {
        var missing = Width - text.EnumerateRunes().Count();
        if (missing <= 0) return text;
        if (Minus) return text + new string(' ', missing);
        if (!Zero || !number) return new string(Zero ? '0' : ' ', missing) + text;
        // Zeros stand between the sign and the digits.
        var sign = text[0] is '-' or '+' or ' ' ? 1 : 0;
        return text[..sign] + new string('0', missing) + text[sign..];
    }

    private static int? ReadNumber(string format, ref int position, int limit)
    {
        int? number = null;
        for (; position < format.Length && char.IsAsciiDigit(format[position]); position++)
        {
            number = ((number ?? 0) * 10) + (format[position] - '0');
            if (number > limit) throw new TemplateException("the width of a format is too large");
        }

        return number;
    }
}
