using System.Globalization;

namespace RumPortal.Sandbox.FaroReceiver.Lines;

/// <summary>The fewest decimal digits that read back as the same double: value = d.ddd x 10^<see cref="Exponent"/>.</summary>
internal readonly record struct ShortestDigits(bool Negative, string Digits, int Exponent)
{
    /// <param name="value">A finite number.</param>
    public static ShortestDigits Of(double value)
    {
        // "R" is the shortest form, as 123.45 or 1.2345E+25.
        var text = Math.Abs(value).ToString("R", CultureInfo.InvariantCulture);
        var e = text.IndexOf('E', StringComparison.Ordinal);
        var exponent = e < 0 ? 0 : int.Parse(text.AsSpan(e + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
        var mantissa = e < 0 ? text : text[..e];
        var point = mantissa.IndexOf('.', StringComparison.Ordinal);
        var whole = point < 0 ? mantissa.Length : point;
        var all = mantissa.Replace(".", "", StringComparison.Ordinal);
        var leading = all.TakeWhile(c => c == '0').Count();
        var significant = all[leading..].TrimEnd('0');
        if (significant.Length == 0) return new(double.IsNegative(value), "0", 0);
        return new(double.IsNegative(value), significant, exponent + whole - 1 - leading);
    }

    public string Plain()
    {
        var digits = Exponent < 0
            ? "0." + new string('0', -Exponent - 1) + Digits
            : Digits.Length > Exponent + 1 ? Digits.Insert(Exponent + 1, ".") : Digits.PadRight(Exponent + 1, '0');
        return Negative ? "-" + digits : digits;
    }

    public string Scientific(int exponentDigits)
    {
        var mantissa = Digits.Length == 1 ? Digits : Digits.Insert(1, ".");
        var size = Math.Abs(Exponent).ToString(CultureInfo.InvariantCulture).PadLeft(exponentDigits, '0');
        return $"{(Negative ? "-" : "")}{mantissa}e{(Exponent < 0 ? '-' : '+')}{size}";
    }
}
