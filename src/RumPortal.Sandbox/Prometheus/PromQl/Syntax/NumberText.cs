using System.Globalization;

namespace RumPortal.Sandbox.Prometheus.PromQl.Syntax;

/// <summary>Numbers as PromQL writes them.</summary>
/// <remarks><c>12</c>, <c>1.5e-3</c>, <c>.5</c>, <c>0x1f</c>, <c>017</c> (octal, as in Go; <c>08</c> is none and therefore decimal), <c>Inf</c>, <c>nan</c>.</remarks>
internal static class NumberText
{
    public static bool TryParse(string text, out double value)
    {
        if (TrySpecial(text, out value)) return true;
        if (text.StartsWith("0x", StringComparison.OrdinalIgnoreCase))
        {
            var hex = long.TryParse(text.AsSpan(2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var integer) && integer >= 0;
            value = integer;
            return hex;
        }

        if (text.Length is > 1 and < 20 && text[0] == '0' && text.All(c => c is >= '0' and <= '7'))
        {
            value = Convert.ToInt64(text, 8);
            return true;
        }

        const NumberStyles Style = NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;
        return double.TryParse(text, Style, CultureInfo.InvariantCulture, out value) && double.IsFinite(value);
    }

    /// <summary>Infinity and "not a number", in any case.</summary>
    public static bool TrySpecial(string text, out double value)
    {
        value = text.Equals("inf", StringComparison.OrdinalIgnoreCase) ? double.PositiveInfinity : double.NaN;
        return !double.IsNaN(value) || text.Equals("nan", StringComparison.OrdinalIgnoreCase);
    }
}
