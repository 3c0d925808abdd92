using System.Globalization;

namespace RumPortal.Sandbox.FaroReceiver.Lines;

/// <summary>Doubles as Go prints them. All forms round-trip except <see cref="Fixed"/>.</summary>
public static class GoNumber
{
    /// <summary>Go's <c>%f</c>: six decimals of the exact binary value, never an exponent.</summary>
    public static string Fixed(double value) => value.ToString("F6", CultureInfo.InvariantCulture);

    /// <summary>
    /// Go's <c>%v</c>: shortest digits, exponent form below 0.0001 and from 1 000 000 up. <c>5e-05</c>, <c>1.2345678e+06</c>
    /// </summary>
    public static string Shortest(double value)
    {
        var digits = ShortestDigits.Of(value);
        return digits.Exponent is < -4 or >= 6 ? digits.Scientific(exponentDigits: 2) : digits.Plain();
    }

    /// <summary>
    /// Go's <c>encoding/json</c>: shortest digits, exponent form below 0.000001 and from 1e21 up. <c>1e-7</c>, <c>1234567.8</c>
    /// </summary>
    public static string Json(double value)
    {
        var digits = ShortestDigits.Of(value);
        if (value == 0 || digits.Exponent is >= -6 and < 21) return digits.Plain();
        return digits.Scientific(exponentDigits: digits.Exponent < 0 ? 1 : 2);
    }
}
