using System.Globalization;
using System.Text;
using RumPortal.Sandbox.Literals;

namespace RumPortal.Sandbox.Loki.LogQl.Templates;

/// <summary>Go's <c>fmt.Sprintf</c> for the values of a template: <c>%s %q %v %d %b %o %x %X %c %f %e %g %t %T %%</c> with flags, width and precision.</summary>
internal static class GoFormat
{
    private const int MaxWidth = 10_000;

    /// <summary><c>fmt.Sprint</c>: a blank between two operands when neither is text.</summary>
    public static string Print(ReadOnlySpan<TemplateValue> values)
    {
        var text = new StringBuilder();
        for (var i = 0; i < values.Length; i++)
        {
            if (i > 0 && values[i].Kind != TemplateValueKind.Text && values[i - 1].Kind != TemplateValueKind.Text) text.Append(' ');
            text.Append(values[i].ToString());
        }

        return text.ToString();
    }

    public static string Printf(string format, ReadOnlySpan<TemplateValue> values)
    {
        var text = new StringBuilder();
        var next = 0;
        for (var i = 0; i < format.Length; i++)
        {
            if (format[i] != '%')
            {
                text.Append(format[i]);
                continue;
            }

            var verb = FormatVerb.Read(format, ref i, MaxWidth);
            if (verb.Letter == '\0') text.Append("%!(NOVERB)");
            else if (verb.Letter == '%') text.Append('%');
            else if (next >= values.Length) text.Append("%!").Append(verb.Letter).Append("(MISSING)");
            else text.Append(Format(verb, values[next++]));
        }

        if (next >= values.Length) return text.ToString();
        var extra = values[next..].ToArray().Select(value => $"{value.TypeName}={value}");
        return text.Append("%!(EXTRA ").AppendJoin(", ", extra).Append(')').ToString();
    }

    private static string Format(FormatVerb verb, TemplateValue value)
    {
        var text = verb.Letter switch
        {
            'T' => value.TypeName,
            'v' => WithSign(verb, value, value.ToString()),
            _ => value.Kind switch
            {
                TemplateValueKind.Text => FormatText(verb, value.Text),
                TemplateValueKind.Integer => FormatInteger(verb, value.Integer),
                TemplateValueKind.Float => FormatFloat(verb, value.Float),
                TemplateValueKind.Boolean when verb.Letter == 't' => value.ToString(),
                _ => null,
            },
        };
        return text is null ? $"%!{verb.Letter}({value.TypeName}={value})" : verb.Pad(text, value.Kind is TemplateValueKind.Integer or TemplateValueKind.Float);
    }

    private static string? FormatText(FormatVerb verb, string text)
    {
        if (verb.Precision is { } limit && verb.Letter is 's' or 'q') text = string.Concat(text.EnumerateRunes().Take(verb.Precision ?? int.MaxValue).Select(rune => rune.ToString()));
        return verb.Letter switch
        {
            's' => text,
            'q' => GoQuote.Quote(text),
            'x' => Convert.ToHexStringLower(Encoding.UTF8.GetBytes(text)),
            'X' => Convert.ToHexString(Encoding.UTF8.GetBytes(text)),
            _ => null,
        };
    }

    private static string? FormatInteger(FormatVerb verb, long value)
    {
        var digits = verb.Letter switch
        {
            'd' => Magnitude(value).ToString(CultureInfo.InvariantCulture),
            'b' => Magnitude(value).ToString("b", CultureInfo.InvariantCulture),
            'o' => InOctal(Magnitude(value)),
            'x' => Magnitude(value).ToString("x", CultureInfo.InvariantCulture),
            'X' => Magnitude(value).ToString("X", CultureInfo.InvariantCulture),
            'c' => Rune.IsValid(value is >= 0 and <= int.MaxValue ? (int)value : -1) ? new Rune((int)value).ToString() : "\uFFFD",
            _ => null,
        };
        if (digits is null || verb.Letter == 'c') return digits;
        if (verb.Precision is { } least) digits = digits.PadLeft(least, '0');
        return (value < 0 ? "-" : verb.Plus ? "+" : verb.Space ? " " : "") + digits;
    }

    private static ulong Magnitude(long value) => value < 0 ? (ulong)-(value + 1) + 1 : (ulong)value;

    private static string InOctal(ulong value)
    {
        var digits = new StringBuilder();
        do digits.Insert(0, (char)('0' + (value & 7)));
        while ((value >>= 3) > 0);
        return digits.ToString();
    }

    private static string? FormatFloat(FormatVerb verb, double value)
    {
        var text = verb.Letter switch
        {
            'f' or 'F' => GoFloat.FormatFixed(value, verb.Precision ?? 6),
            'e' or 'E' => Scientific(value, verb.Precision ?? 6),
            'g' or 'G' when verb.Precision is null => GoFloat.FormatGeneral(value),
            'g' or 'G' when double.IsFinite(value) => value.ToString("G" + Significant(verb), CultureInfo.InvariantCulture).Replace('E', 'e'),
            'g' or 'G' => GoFloat.FormatPlain(value),
            _ => null,
        };
        if (text is null) return null;
        return WithSign(verb, TemplateValue.Of(value), char.IsUpper(verb.Letter) ? text.ToUpperInvariant() : text);
    }

    private static string Significant(FormatVerb verb) => Math.Max(1, verb.Precision ?? 1).ToString(CultureInfo.InvariantCulture);

    private static string WithSign(FormatVerb verb, TemplateValue value, string text)
    {
        if (value.Kind is not (TemplateValueKind.Integer or TemplateValueKind.Float) || text[0] is '-' or '+' || text == "NaN") return text;
        return (verb.Plus ? "+" : verb.Space ? " " : "") + text;
    }

    private static string Scientific(double value, int decimals)
    {
        if (!double.IsFinite(value)) return GoFloat.FormatPlain(value);
        var parts = value.ToString("e" + decimals.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture).Split('e');
        var exponent = int.Parse(parts[1], CultureInfo.InvariantCulture);
        return string.Create(CultureInfo.InvariantCulture, $"{parts[0]}e{(exponent < 0 ? '-' : '+')}{Math.Abs(exponent):00}");
    }
}
