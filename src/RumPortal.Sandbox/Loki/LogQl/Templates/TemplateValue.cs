using System.Globalization;
using RumPortal.Sandbox.Literals;

namespace RumPortal.Sandbox.Loki.LogQl.Templates;

internal enum TemplateValueKind
{
    Nil,
    Text,
    Integer,
    Float,
    Boolean,
}

/// <summary>A value inside a template: labels are text, literals and functions also give numbers and booleans.</summary>
internal readonly record struct TemplateValue
{
    private readonly string? _text;
    private readonly long _bits;

    private TemplateValue(TemplateValueKind kind, long bits, string? text) => (Kind, _bits, _text) = (kind, bits, text);

    public TemplateValueKind Kind { get; }

    public static TemplateValue Nil => default;

    public static TemplateValue Of(string text) => new(TemplateValueKind.Text, 0, text);

    public static TemplateValue Of(long number) => new(TemplateValueKind.Integer, number, null);

    public static TemplateValue Of(double number) => new(TemplateValueKind.Float, BitConverter.DoubleToInt64Bits(number), null);

    public static TemplateValue Of(bool value) => new(TemplateValueKind.Boolean, value ? 1 : 0, null);

    public string Text => _text ?? "";

    public long Integer => _bits;

    public double Float => BitConverter.Int64BitsToDouble(_bits);

    public bool Boolean => _bits != 0;

    /// <summary>Go's notion: zero, empty and nil are false.</summary>
    public bool IsTrue => Kind switch
    {
        TemplateValueKind.Text => Text.Length > 0,
        TemplateValueKind.Float => Float != 0,
        _ => _bits != 0,
    };

    public string TypeName => Kind switch
    {
        TemplateValueKind.Text => "string",
        TemplateValueKind.Integer => "int",
        TemplateValueKind.Float => "float64",
        TemplateValueKind.Boolean => "bool",
        _ => "nil",
    };

    /// <summary>As <c>fmt.Print</c> writes it.</summary>
    public override string ToString() => Kind switch
    {
        TemplateValueKind.Text => Text,
        TemplateValueKind.Integer => Integer.ToString(CultureInfo.InvariantCulture),
        TemplateValueKind.Float => GoFloat.FormatGeneral(Float),
        TemplateValueKind.Boolean => Boolean ? "true" : "false",
        _ => "<nil>",
    };

    /// <summary>A lenient reading as a number, as the sprig functions do it: what is no number is 0.</summary>
    public double ToFloat() => Kind switch
    {
        TemplateValueKind.Text => GoFloat.TryParse(Text, out var number, out _) ? number : 0,
        TemplateValueKind.Float => Float,
        _ => Integer,
    };

    /// <summary>A lenient reading as a whole number; a text with a fraction other than zeros is 0, a float is cut.</summary>
    public long ToInteger() => Kind switch
    {
        TemplateValueKind.Text => ParseInteger(Text),
        TemplateValueKind.Float => double.IsFinite(Float) && Math.Abs(Float) < long.MaxValue ? (long)Float : 0,
        _ => Integer,
    };

    private static long ParseInteger(string text)
    {
        var point = text.IndexOf('.', StringComparison.Ordinal);
        if (point >= 0 && text.AsSpan(point + 1).Trim('0').IsEmpty) text = text[..point];
        return long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : 0;
    }
}
