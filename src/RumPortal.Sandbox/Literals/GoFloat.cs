using System.Globalization;
using System.Numerics;
using System.Text;

namespace RumPortal.Sandbox.Literals;

/// <summary>Numbers as Go reads and writes them: Loki's answers, label filters and templates depend on the exact text.</summary>
/// <remarks>
/// <c>strconv.FormatFloat(v, 'f', -1, 64)</c> for sample values (<c>0.019351851851851853</c>, <c>+Inf</c>), <c>%v</c> for templates
/// (<c>1e+21</c>), <c>strconv.ParseFloat</c> for label values: no blanks, <c>inf</c> and <c>nan</c> in any case, an overflow is an error.
/// </remarks>
public static class GoFloat
{
    private const int MaxPlainExponent = 21;

    /// <summary>Shortest digits that read back as the same number, never with an exponent.</summary>
    public static string FormatPlain(double value)
    {
        if (TrySpecial(value, out var special)) return special;
        var (negative, digits, exponent) = Shortest(value);
        return (negative ? "-" : "") + Plain(digits, exponent);
    }

    /// <summary>Shortest digits; with an exponent when the decimal exponent is below -4 or at least 21, as <c>fmt.Print</c> does.</summary>
    public static string FormatGeneral(double value, int plainBelow = MaxPlainExponent)
    {
        if (TrySpecial(value, out var special)) return special;
        var (negative, digits, exponent) = Shortest(value);
        var sign = negative ? "-" : "";
        return exponent < -4 || exponent >= plainBelow ? sign + Scientific(digits, exponent) : sign + Plain(digits, exponent);
    }

    public static string FormatScientific(double value)
    {
        if (TrySpecial(value, out var special)) return special;
        var (negative, digits, exponent) = Shortest(value);
        return (negative ? "-" : "") + Scientific(digits, exponent);
    }

    /// <summary>A fixed count of decimals, ties to even, from the exact binary value.</summary>
    public static string FormatFixed(double value, int decimals)
    {
        if (TrySpecial(value, out var special)) return special;
        var bits = BitConverter.DoubleToInt64Bits(value);
        var exponent = (int)((bits >> 52) & 0x7FF);
        var mantissa = (bits & 0xFFFFFFFFFFFFF) | (exponent == 0 ? 0 : 1L << 52);
        var shift = Math.Max(exponent, 1) - 1075;
        var scaled = mantissa * BigInteger.Pow(10, decimals);
        var rounded = shift >= 0 ? scaled << shift : DivideToEven(scaled, BigInteger.One << -shift);
        var text = rounded.ToString(CultureInfo.InvariantCulture).PadLeft(decimals + 1, '0');
        var sign = bits < 0 ? "-" : "";
        return decimals == 0 ? sign + text : $"{sign}{text[..^decimals]}.{text[^decimals..]}";
    }

    /// <summary>Reads a number; <paramref name="error"/> has Go's words when it is not one.</summary>
    public static bool TryParse(string text, out double value, out string error)
    {
        error = "";
        if (TrySpecialWord(text, out value)) return true;
        const NumberStyles Style = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;
        if (IsNumber(text) && double.TryParse(text, Style, CultureInfo.InvariantCulture, out value))
        {
            if (double.IsFinite(value)) return true;
            error = $"strconv.ParseFloat: parsing {GoQuote.Quote(text)}: value out of range";
            return false;
        }

        value = 0;
        error = $"strconv.ParseFloat: parsing {GoQuote.Quote(text)}: invalid syntax";
        return false;
    }

    private static bool IsNumber(string text) => text.Any(char.IsAsciiDigit) && text.All(c => char.IsAsciiDigit(c) || c is '.' or '+' or '-' or 'e' or 'E');

    private static bool TrySpecialWord(string text, out double value)
    {
        value = text.ToLowerInvariant() switch
        {
            "inf" or "+inf" or "infinity" or "+infinity" => double.PositiveInfinity,
            "-inf" or "-infinity" => double.NegativeInfinity,
            _ => double.NaN,
        };
        return !double.IsNaN(value) || text.Equals("nan", StringComparison.OrdinalIgnoreCase);
    }

    private static bool TrySpecial(double value, out string text)
    {
        text = double.IsNaN(value) ? "NaN" : value > 0 ? "+Inf" : "-Inf";
        return !double.IsFinite(value);
    }

    /// <summary>The digits without point or outer zeros, and the decimal exponent of the first digit: 12.5 is ("125", 1), 0.05 is ("5", -2).</summary>
    private static (bool Negative, string Digits, int Exponent) Shortest(double value)
    {
        var parts = Math.Abs(value).ToString("R", CultureInfo.InvariantCulture).Split('E');
        var exponent = parts.Length > 1 ? int.Parse(parts[1], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture) : 0;
        var point = parts[0].IndexOf('.', StringComparison.Ordinal);
        var whole = (point < 0 ? parts[0] : parts[0][..point]).TrimStart('0');
        var fraction = point < 0 ? "" : parts[0][(point + 1)..];
        var digits = (whole + fraction).TrimStart('0');
        exponent += whole.Length > 0 ? whole.Length - 1 : digits.Length - fraction.Length - 1;
        digits = digits.TrimEnd('0');
        return digits.Length == 0 ? (double.IsNegative(value), "0", 0) : (double.IsNegative(value), digits, exponent);
    }

    private static string Plain(string digits, int exponent)
    {
        if (exponent < 0) return "0." + new string('0', -exponent - 1) + digits;
        return exponent >= digits.Length - 1 ? digits + new string('0', exponent - digits.Length + 1) : digits[..(exponent + 1)] + "." + digits[(exponent + 1)..];
    }

    private static string Scientific(string digits, int exponent)
    {
        var text = new StringBuilder(digits[..1]);
        if (digits.Length > 1) text.Append('.').Append(digits, 1, digits.Length - 1);
        return text.Append('e').Append(exponent < 0 ? '-' : '+').Append(CultureInfo.InvariantCulture, $"{Math.Abs(exponent):00}").ToString();
    }

    private static BigInteger DivideToEven(BigInteger dividend, BigInteger divisor)
    {
        var quotient = BigInteger.DivRem(dividend, divisor, out var remainder);
        var order = (remainder * 2).CompareTo(divisor);
        return order > 0 || (order == 0 && !quotient.IsEven) ? quotient + 1 : quotient;
    }
}
